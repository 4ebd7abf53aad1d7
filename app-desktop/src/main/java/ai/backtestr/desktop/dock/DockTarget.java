package ai.backtestr.desktop.dock;

import ai.backtestr.desktop.settings.WindowPlace;

/// Where a pane is to go.
public sealed interface DockTarget {
    /// Among the tabs of the group that `pane` is in.
    ///
    /// @param pane a pane of that group
    /// @param index before which of its tabs; those there are for the end
    record Among(String pane, int index) implements DockTarget {}

    /// Beside the group that `pane` is in, of which it takes half.
    ///
    /// @param pane a pane of that group
    /// @param side where
    record Beside(String pane, DockSide side) implements DockTarget {}

    /// Along a side of the main window.
    ///
    /// @param side which
    record Edge(DockSide side) implements DockTarget {}

    /// In a window of its own.
    ///
    /// @param place where that window is
    record Apart(WindowPlace place) implements DockTarget {}
}
