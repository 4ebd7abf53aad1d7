package ai.backtestr.desktop.dock;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Panes that lie over each other, each with a tab.
///
/// @param panes their names, in the order of the tabs; none where a window is empty
/// @param selected the one on top; the first if it is none of them
public record DockTabs(List<String> panes, String selected) implements DockNode {
    public DockTabs {
        panes = List.copyOf(panes);
        Objects.requireNonNull(selected, "selected");
        if (!panes.contains(selected)) {
            selected = panes.isEmpty() ? "" : panes.getFirst();
        }
    }

    /// Tabs of which the first is on top.
    public DockTabs(String... panes) {
        this(List.of(panes), "");
    }

    @Override
    public List<String> panes() {
        return panes;
    }

    @Override
    public Stream<DockTabs> groups() {
        return Stream.of(this);
    }
}
