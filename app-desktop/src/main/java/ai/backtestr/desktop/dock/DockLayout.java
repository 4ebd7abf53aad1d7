package ai.backtestr.desktop.dock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Where all panes are: how the main window is divided and which windows there are beside it. Immutable; a pane is
/// in it once or not at all.
///
/// @param main the main window
/// @param floats the other windows
public record DockLayout(DockNode main, List<DockFloat> floats) {
    private static final double EDGE_SHARE = 0.24;

    public DockLayout {
        Objects.requireNonNull(main, "main");
        floats = floats == null ? List.of() : List.copyOf(floats);
        List<String> all = panes(main, floats).toList();
        if (all.stream().distinct().count() != all.size()) {
            throw new IllegalArgumentException("a pane is in it twice: " + all);
        }
    }

    private static Stream<String> panes(DockNode main, List<DockFloat> floats) {
        return Stream.concat(
                main.panes().stream(), floats.stream().flatMap(window -> window.content().panes().stream()));
    }

    /// Returns the names of all panes that are open.
    public List<String> panes() {
        return panes(main, floats).toList();
    }

    /// Returns the group that a pane is in.
    public Optional<DockTabs> groupOf(String pane) {
        return groups().filter(group -> group.panes().contains(pane)).findFirst();
    }

    private Stream<DockTabs> groups() {
        return Stream.concat(
                main.groups(),
                floats.stream().flatMap(window -> window.content().groups()));
    }

    /// Tells whether a pane is in a window of its own, or shares one that is not the main window.
    public boolean isFloating(String pane) {
        return !main.panes().contains(pane) && panes().contains(pane);
    }

    /// Returns this layout with a pane taken out, and what it leaves empty with it.
    public DockLayout without(String pane) {
        List<DockFloat> left = new ArrayList<>();
        for (DockFloat window : floats) {
            DockNodes.without(window.content(), pane)
                    .ifPresent(content -> left.add(new DockFloat(window.place(), content)));
        }
        return new DockLayout(DockNodes.without(main, pane).orElseGet(DockTabs::new), left);
    }

    /// Returns this layout with a pane moved or opened there, and selected. A place beside a pane that is not open
    /// is at the right edge.
    public DockLayout with(String pane, DockTarget target) {
        return switch (target) {
            case DockTarget.Among(String anchor, int index) -> among(pane, anchor, index);
            case DockTarget.Beside(String anchor, DockSide side) -> beside(pane, anchor, side);
            case DockTarget.Edge(DockSide side) -> atEdge(pane, side);
            case DockTarget.Apart apart -> {
                DockLayout rest = without(pane);
                List<DockFloat> more = new ArrayList<>(rest.floats);
                more.add(new DockFloat(apart.place(), new DockTabs(pane)));
                yield new DockLayout(rest.main, more);
            }
        };
    }

    private DockLayout among(String pane, String anchor, int index) {
        DockTabs group = groupOf(anchor).orElse(null);
        if (group == null) {
            return atEdge(pane, DockSide.RIGHT);
        }
        int before = group.panes().indexOf(pane);
        List<String> others =
                group.panes().stream().filter(other -> !other.equals(pane)).toList();
        if (others.isEmpty()) {
            return this;
        }
        List<String> panes = new ArrayList<>(others);
        panes.add(Math.clamp(before >= 0 && before < index ? index - 1 : index, 0, others.size()), pane);
        return without(pane).replacing(others.getFirst(), new DockTabs(panes, pane));
    }

    private DockLayout beside(String pane, String anchor, DockSide side) {
        Optional<String> stays = groupOf(anchor).stream()
                .flatMap(group -> group.panes().stream())
                .filter(other -> !other.equals(pane))
                .findFirst();
        if (stays.isEmpty()) {
            return panes().contains(anchor) ? this : atEdge(pane, DockSide.RIGHT);
        }
        DockLayout rest = without(pane);
        List<DockFloat> windows = rest.floats.stream()
                .map(window ->
                        new DockFloat(window.place(), DockNodes.beside(window.content(), stays.get(), pane, side)))
                .toList();
        return new DockLayout(DockNodes.beside(rest.main, stays.get(), pane, side), windows);
    }

    private DockLayout atEdge(String pane, DockSide side) {
        DockLayout rest = without(pane);
        if (rest.main.panes().isEmpty()) {
            return new DockLayout(new DockTabs(pane), rest.floats);
        }
        return new DockLayout(DockNodes.join(rest.main, new DockTabs(pane), side, EDGE_SHARE), rest.floats);
    }

    private DockLayout replacing(String anchor, DockTabs group) {
        return new DockLayout(
                DockNodes.replacing(main, anchor, group),
                floats.stream()
                        .map(window ->
                                new DockFloat(window.place(), DockNodes.replacing(window.content(), anchor, group)))
                        .toList());
    }

    /// Returns this layout with a pane on top of those that it shares a place with.
    public DockLayout selecting(String pane) {
        return groupOf(pane)
                .map(group -> replacing(pane, new DockTabs(group.panes(), pane)))
                .orElse(this);
    }

    /// Returns this layout with a pane opened where `home` has it: with the panes that share its place there, as
    /// far as they are open, else at a side. One that is open is selected.
    public DockLayout opening(String pane, DockLayout home, DockSide otherwise) {
        if (panes().contains(pane)) {
            return selecting(pane);
        }
        return home.groupOf(pane).stream()
                .flatMap(group -> group.panes().stream())
                .filter(panes()::contains)
                .findFirst()
                .map(friend -> with(pane, new DockTarget.Among(friend, Integer.MAX_VALUE)))
                .orElseGet(() -> with(pane, new DockTarget.Edge(otherwise)));
    }

    /// Returns this layout without panes that are not among those known.
    public DockLayout onlyOf(Collection<String> known) {
        DockLayout left = this;
        for (String pane : panes()) {
            left = known.contains(pane) ? left : left.without(pane);
        }
        return left;
    }
}
