package ai.backtestr.desktop.action;

/// The menus, in their order.
public enum ActionGroup {
    /// Files, strategies as files, settings, the end.
    FILE("File"),
    /// What is done to what is typed or selected.
    EDIT("Edit"),
    /// What is seen.
    VIEW("View"),
    /// The chart.
    CHART("Chart"),
    /// Backtests and replays.
    RUN("Run"),
    /// What is beside the main way of work.
    TOOLS("Tools"),
    /// How it is used.
    HELP("Help");

    private final String title;

    ActionGroup(String title) {
        this.title = title;
    }

    /// Returns its name on the menu bar.
    public String title() {
        return title;
    }
}
