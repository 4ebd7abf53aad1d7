package ai.backtestr.desktop.dock;

import java.util.List;
import java.util.stream.Stream;

/// How a part of a window is divided among panes, which are known by their names. Immutable.
public sealed interface DockNode permits DockSplit, DockTabs {
    /// Returns the names of all panes in it, from the left and the top.
    default List<String> panes() {
        return groups().flatMap(group -> group.panes().stream()).toList();
    }

    /// Returns all groups of tabs in it, from the left and the top.
    Stream<DockTabs> groups();
}
