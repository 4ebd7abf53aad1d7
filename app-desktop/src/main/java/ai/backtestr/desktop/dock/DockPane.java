package ai.backtestr.desktop.dock;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// A part of the window that the user can put where it suits. What it shows is made when it is first on top.
///
/// Threads: belongs to the FX thread.
public final class DockPane {
    private final String id;
    private final DockSide home;
    private final Supplier<? extends Node> source;
    private final StringProperty title;
    private @Nullable Node content;
    private @Nullable Runnable onClose;
    private Supplier<List<MenuItem>> actions = List::of;
    private String first = "";
    private boolean stretches;

    /// @param id the name by which layouts know it
    /// @param title what its tab says
    /// @param home where it is opened if nothing else tells
    /// @param source makes its content, once
    public DockPane(String id, String title, DockSide home, Supplier<? extends Node> source) {
        this.id = id;
        this.home = home;
        this.source = source;
        this.title = new SimpleStringProperty(title);
    }

    /// Takes the room that is gained when the window grows, and gives it back.
    public DockPane stretching() {
        stretches = true;
        return this;
    }

    /// Has one part of it have the keyboard first, in place of its tab.
    ///
    /// @param selector finds it, such as `#code`
    public DockPane beginningAt(String selector) {
        first = selector;
        return this;
    }

    /// Returns what has the keyboard first; null for the tab.
    @Nullable
    Node first() {
        Node made = content;
        if (made == null || first.isEmpty()) {
            return made != null && made.isFocusTraversable() ? made : null;
        }
        return made.lookup(first);
    }

    /// Ends with its tab: `action` is called in place of closing it, and takes it away if that is to be.
    public DockPane onClose(Runnable action) {
        onClose = action;
        return this;
    }

    /// Offers more in the menu of its tab; asked for each time.
    public DockPane withActions(Supplier<List<MenuItem>> items) {
        actions = items;
        return this;
    }

    /// The name by which layouts know it.
    public String id() {
        return id;
    }

    /// What its tab says.
    public StringProperty title() {
        return title;
    }

    DockSide home() {
        return home;
    }

    boolean stretches() {
        return stretches;
    }

    @Nullable
    Runnable onClose() {
        return onClose;
    }

    List<MenuItem> actions() {
        return actions.get();
    }

    Node content() {
        Node made = content;
        if (made == null) {
            made = source.get();
            content = made;
        }
        return made;
    }

    /// Returns its content, if it was made already.
    @Nullable
    Node made() {
        return content;
    }
}
