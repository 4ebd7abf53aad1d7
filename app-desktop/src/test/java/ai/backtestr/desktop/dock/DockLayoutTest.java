package ai.backtestr.desktop.dock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.desktop.settings.WindowPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DockLayoutTest {
    private static final List<DockSide> SIDES = List.of(DockSide.LEFT, DockSide.RIGHT, DockSide.TOP, DockSide.BOTTOM);
    private static final WindowPlace PLACE = new WindowPlace(10, 20, 300, 200);

    /// list | (chart / trades, sql) | form
    private final DockLayout layout = new DockLayout(
            new DockSplit(
                    false,
                    List.of(
                            new DockTabs("list"),
                            new DockSplit(
                                    true,
                                    List.of(new DockTabs("chart"), new DockTabs("trades", "sql")),
                                    List.of(0.7, 0.3)),
                            new DockTabs("form")),
                    List.of(0.2, 0.6, 0.2)),
            List.of());

    @Test
    void shouldMoveAPaneAmongTheTabsOfAnotherGroup() {
        DockLayout moved = layout.with("list", new DockTarget.Among("sql", 1));
        assertThat(text(moved.main())).isEqualTo("[[chart] / [trades list* sql]] | [form]");
    }

    @Test
    void shouldMoveATabWithinItsGroup() {
        DockLayout three = layout.with("form", new DockTarget.Among("sql", 9));
        assertThat(text(three.main())).isEqualTo("[list] | [[chart] / [trades sql form*]]");
        assertThat(text(three.with("trades", new DockTarget.Among("trades", 2)).main()))
                .isEqualTo("[list] | [[chart] / [sql trades* form]]");
        assertThat(text(three.with("form", new DockTarget.Among("trades", 0)).main()))
                .isEqualTo("[list] | [[chart] / [form trades sql]]");
    }

    @Test
    void shouldSplitAGroupInItsOwnDirectionWithoutNesting() {
        DockLayout right = layout.with("sql", new DockTarget.Beside("chart", DockSide.RIGHT));
        assertThat(text(right.main())).isEqualTo("[list] | [[[chart] | [sql]] / [trades]] | [form]");
        DockLayout below = layout.with("sql", new DockTarget.Beside("chart", DockSide.BOTTOM));
        assertThat(text(below.main())).isEqualTo("[list] | [[chart] / [sql] / [trades]] | [form]");
        DockSplit middle = (DockSplit) ((DockSplit) below.main()).parts().get(1);
        assertThat(middle.shares().get(0)).isCloseTo(0.35, within(1e-9));
        assertThat(middle.shares().get(1)).isCloseTo(0.35, within(1e-9));
    }

    @Test
    void shouldSplitAGroupByOneOfItsOwnPanes() {
        DockLayout split = layout.with("sql", new DockTarget.Beside("sql", DockSide.LEFT));
        assertThat(text(split.main())).isEqualTo("[list] | [[chart] / [[sql] | [trades]]] | [form]");
        assertThat(layout.with("list", new DockTarget.Beside("list", DockSide.LEFT)))
                .as("a pane alone cannot be parted from itself")
                .isEqualTo(layout);
    }

    @Test
    void shouldPutAPaneAlongAnEdge() {
        assertThat(text(layout.with("sql", new DockTarget.Edge(DockSide.BOTTOM)).main()))
                .isEqualTo("[[list] | [[chart] / [trades]] | [form]] / [sql]");
        assertThat(text(layout.with("sql", new DockTarget.Edge(DockSide.LEFT)).main()))
                .isEqualTo("[sql] | [list] | [[chart] / [trades]] | [form]");
    }

    @Test
    void shouldFloatAPaneAndDockItWhereItWasAtHome() {
        DockLayout floating = layout.with("sql", new DockTarget.Apart(PLACE));
        assertThat(floating.isFloating("sql")).isTrue();
        assertThat(floating.floats()).containsExactly(new DockFloat(PLACE, new DockTabs("sql")));
        assertThat(text(floating.main())).isEqualTo("[list] | [[chart] / [trades]] | [form]");
        DockLayout back = floating.without("sql").opening("sql", layout, DockSide.LEFT);
        assertThat(text(back.main())).isEqualTo("[list] | [[chart] / [trades sql*]] | [form]");
        assertThat(back.floats()).isEmpty();
    }

    @Test
    void shouldOpenAtItsSideWhatWasAloneAtHome() {
        DockLayout closed = layout.without("form");
        assertThat(text(closed.main())).isEqualTo("[list] | [[chart] / [trades sql]]");
        assertThat(text(closed.opening("form", layout, DockSide.RIGHT).main()))
                .isEqualTo("[list] | [[chart] / [trades sql]] | [form]");
    }

    @Test
    void shouldSelectTheNeighbourOfATabThatIsClosed() {
        DockLayout three = layout.with("form", new DockTarget.Among("sql", 1));
        assertThat(text(three.without("form").main())).isEqualTo("[list] | [[chart] / [trades sql*]]");
    }

    @Test
    void shouldBeEmptyWhenAllIsClosedAndOpenAgain() {
        DockLayout empty = layout;
        for (String pane : layout.panes()) {
            empty = empty.without(pane);
        }
        assertThat(empty.panes()).isEmpty();
        assertThat(text(empty.opening("sql", layout, DockSide.BOTTOM).main())).isEqualTo("[sql]");
    }

    @Test
    void shouldRefuseAPaneInTwoPlaces() {
        assertThatThrownBy(
                        () -> new DockLayout(new DockTabs("a", "b"), List.of(new DockFloat(PLACE, new DockTabs("a")))))
                .hasMessageContaining("twice");
    }

    @Test
    void shouldKeepEveryPaneOnceWhateverIsMoved() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        List<String> panes = layout.panes();
        DockLayout now = layout;
        for (int i = 0; i < 2_000; i++) {
            String pane = panes.get(random.nextInt(panes.size()));
            String anchor = panes.get(random.nextInt(panes.size()));
            DockSide side = SIDES.get(random.nextInt(SIDES.size()));
            now = now.with(
                    pane,
                    switch (random.nextInt(4)) {
                        case 0 -> new DockTarget.Among(anchor, random.nextInt(5));
                        case 1 -> new DockTarget.Beside(anchor, side);
                        case 2 -> new DockTarget.Edge(side);
                        default -> new DockTarget.Apart(PLACE);
                    });
            List<String> sorted = new ArrayList<>(now.panes());
            Collections.sort(sorted);
            assertThat(sorted)
                    .as("seed %s, step %s", seed, i)
                    .containsExactly("chart", "form", "list", "sql", "trades");
            assertThat(sharesSumUp(now.main())).as("seed %s, step %s", seed, i).isTrue();
        }
    }

    private static boolean sharesSumUp(DockNode node) {
        return switch (node) {
            case DockTabs tabs -> true;
            case DockSplit split ->
                Math.abs(split.shares().stream()
                                                .mapToDouble(Double::doubleValue)
                                                .sum()
                                        - 1)
                                < 1e-9
                        && split.parts().stream().allMatch(DockLayoutTest::sharesSumUp)
                        && split.parts().stream()
                                .noneMatch(part ->
                                        part instanceof DockSplit inner && inner.vertical() == split.vertical());
        };
    }

    /// The selected tab is marked where it is not the first.
    private static String text(DockNode node) {
        return switch (node) {
            case DockTabs tabs ->
                tabs.panes().stream()
                        .map(pane -> pane.equals(tabs.selected())
                                        && !pane.equals(tabs.panes().getFirst())
                                ? pane + "*"
                                : pane)
                        .collect(Collectors.joining(" ", "[", "]"));
            case DockSplit split ->
                split.parts().stream()
                        .map(part -> part instanceof DockSplit ? "[" + text(part) + "]" : text(part))
                        .collect(Collectors.joining(split.vertical() ? " / " : " | "));
        };
    }
}
