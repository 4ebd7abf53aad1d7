package ai.backtestr.desktop.window;

import ai.backtestr.desktop.dock.DockLayout;
import ai.backtestr.desktop.dock.DockNode;
import ai.backtestr.desktop.dock.DockSplit;
import ai.backtestr.desktop.dock.DockTabs;
import ai.backtestr.desktop.layout.WorkspaceLayout;
import ai.backtestr.desktop.layout.Workspaces;
import java.util.stream.Collectors;

/// Workspaces as undoing sees them: two are the same where the same parts and charts lie in the same places. Which
/// tab is on top, how large each part is and what charts show does not count, as it changes by looking at it.
///
/// @param workspaces all of them
record Arrangement(Workspaces workspaces) {
    private String key() {
        return workspaces.current()
                + workspaces.all().stream().map(Arrangement::key).toList();
    }

    private static String key(WorkspaceLayout layout) {
        return layout.name() + " " + key(layout.dock()) + " " + charts(layout);
    }

    private static String charts(WorkspaceLayout layout) {
        return layout.boards().stream()
                .map(board ->
                        board.id() + "=" + board.title() + "/" + board.charts().size())
                .collect(Collectors.joining(","));
    }

    private static String key(DockLayout layout) {
        return key(layout.main())
                + layout.floats().stream().map(window -> key(window.content())).toList();
    }

    private static String key(DockNode node) {
        return switch (node) {
            case DockTabs tabs -> tabs.panes().toString();
            case DockSplit split ->
                (split.vertical() ? "V" : "H")
                        + split.parts().stream().map(Arrangement::key).toList();
        };
    }

    /// Tells whether the same workspace is shown in both, with the same charts, and there are the same others.
    boolean hasChartsOf(Arrangement other) {
        return workspaces.current().equals(other.workspaces.current())
                && workspaces.all().stream()
                        .map(WorkspaceLayout::name)
                        .toList()
                        .equals(other.workspaces.all().stream()
                                .map(WorkspaceLayout::name)
                                .toList())
                && charts(workspaces.shown()).equals(charts(other.workspaces.shown()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arrangement arrangement && key().equals(arrangement.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
