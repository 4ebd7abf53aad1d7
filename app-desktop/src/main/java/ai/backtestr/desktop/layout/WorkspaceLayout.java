package ai.backtestr.desktop.layout;

import ai.backtestr.desktop.dock.DockLayout;
import java.util.List;
import java.util.Objects;

/// One workspace: all charts, and where everything stands.
///
/// @param name what the user calls it
/// @param dock where everything stands
/// @param boards the tabs with charts, at least one
/// @param links what linked charts share
public record WorkspaceLayout(String name, DockLayout dock, List<BoardState> boards, List<LinkRule> links) {
    public WorkspaceLayout {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a workspace needs a name");
        }
        Objects.requireNonNull(dock, "dock");
        boards = List.copyOf(boards);
        links = links == null ? List.of() : List.copyOf(links);
        if (boards.isEmpty()) {
            throw new IllegalArgumentException("the workspace '" + name + "' has no charts");
        }
    }

    /// Returns the same by another name.
    public WorkspaceLayout named(String other) {
        return new WorkspaceLayout(other, dock, boards, links);
    }
}
