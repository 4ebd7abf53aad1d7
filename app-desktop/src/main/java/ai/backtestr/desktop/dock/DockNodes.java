package ai.backtestr.desktop.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What layouts are changed by.
final class DockNodes {
    private DockNodes() {}

    /// Takes a pane out; empty if nothing is left. A split of which one part is left becomes that part.
    static Optional<DockNode> without(DockNode node, String pane) {
        return switch (node) {
            case DockTabs tabs -> {
                int at = tabs.panes().indexOf(pane);
                if (at < 0) {
                    yield tabs.panes().isEmpty() ? Optional.empty() : Optional.of(tabs);
                }
                List<String> left = new ArrayList<>(tabs.panes());
                left.remove(at);
                boolean wasOnTop = tabs.selected().equals(pane) && !left.isEmpty();
                String top = wasOnTop ? left.get(Math.min(at, left.size() - 1)) : tabs.selected();
                yield left.isEmpty() ? Optional.empty() : Optional.of(new DockTabs(left, top));
            }
            case DockSplit split -> {
                Row row = new Row(split.vertical());
                for (int i = 0; i < split.parts().size(); i++) {
                    double share = split.shares().get(i);
                    without(split.parts().get(i), pane).ifPresent(left -> row.add(left, share));
                }
                yield row.node();
            }
        };
    }

    /// Puts `group` in the place of the group that has `anchor`.
    static DockNode replacing(DockNode node, String anchor, DockTabs group) {
        return switch (node) {
            case DockTabs tabs -> tabs.panes().contains(anchor) ? group : tabs;
            case DockSplit split ->
                new DockSplit(
                        split.vertical(),
                        split.parts().stream()
                                .map(part -> replacing(part, anchor, group))
                                .toList(),
                        split.shares());
        };
    }

    /// Puts a pane beside the group that has `anchor`; each has half of the room that the group had.
    static DockNode beside(DockNode node, String anchor, String pane, DockSide side) {
        return switch (node) {
            case DockTabs tabs -> tabs.panes().contains(anchor) ? join(tabs, new DockTabs(pane), side, 0.5) : tabs;
            case DockSplit split -> besideWithin(split, anchor, pane, side);
        };
    }

    private static DockNode besideWithin(DockSplit split, String anchor, String pane, DockSide side) {
        Row row = new Row(split.vertical());
        for (int i = 0; i < split.parts().size(); i++) {
            row.add(
                    beside(split.parts().get(i), anchor, pane, side),
                    split.shares().get(i));
        }
        return row.node().orElseThrow();
    }

    /// Puts `added` on a side of `node`.
    ///
    /// @param share how much of the whole it takes
    static DockNode join(DockNode node, DockNode added, DockSide side, double share) {
        Row row = new Row(side.isVertical());
        if (side.isBefore()) {
            row.add(added, share);
        }
        row.add(node, 1 - share);
        if (!side.isBefore()) {
            row.add(added, share);
        }
        return row.node().orElseThrow();
    }

    /// Parts in one direction. Those that are such parts themselves are kept beside the others, where each divider
    /// moves two of them only.
    private static final class Row {
        private final boolean vertical;
        private final List<DockNode> parts = new ArrayList<>();
        private final List<Double> shares = new ArrayList<>();

        Row(boolean vertical) {
            this.vertical = vertical;
        }

        void add(DockNode part, double share) {
            if (part instanceof DockSplit(boolean innerVertical, List<DockNode> inner, List<Double> innerShares)
                    && innerVertical == vertical) {
                parts.addAll(inner);
                innerShares.forEach(innerShare -> shares.add(innerShare * share));
            } else {
                parts.add(part);
                shares.add(share);
            }
        }

        Optional<DockNode> node() {
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(parts.size() == 1 ? parts.getFirst() : new DockSplit(vertical, parts, shares));
        }
    }
}
