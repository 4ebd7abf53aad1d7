package ai.backtestr.desktop.layout;

/// A group of charts that go together; one of none goes by itself.
public enum LinkColour {
    /// Linked to no other.
    NONE("Not linked", "transparent"),
    /// The first group.
    RED("Red", "#e5484d"),
    /// The second group.
    ORANGE("Orange", "#f5a524"),
    /// The third group.
    GREEN("Green", "#30a46c"),
    /// The fourth group.
    BLUE("Blue", "#3e8bf5"),
    /// The fifth group.
    PURPLE("Purple", "#a06ee0");

    private final String title;
    private final String css;

    LinkColour(String title, String css) {
        this.title = title;
        this.css = css;
    }

    /// Its name in the window.
    public String title() {
        return title;
    }

    /// Its colour, as a style sheet has it.
    public String css() {
        return css;
    }
}
