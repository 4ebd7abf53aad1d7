package ai.backtestr.desktop.dock;

import java.util.stream.Stream;
import javafx.scene.Node;

/// A part of a layout on screen. FX thread only.
sealed interface DockView permits DockGroup, DockDivision {
    /// Returns what is on screen.
    Node node();

    /// Returns the layout as it is now, after the user moved dividers and chose tabs.
    DockNode now();

    /// Returns all groups in it.
    Stream<DockGroup> groups();

    /// Tells whether it has a pane that takes the room gained when the window grows.
    boolean stretches();

    /// Gives its panes away.
    void release();
}
