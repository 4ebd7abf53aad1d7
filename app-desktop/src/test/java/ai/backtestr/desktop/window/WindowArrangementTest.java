package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.desktop.dock.DockLayout;
import ai.backtestr.desktop.dock.DockSide;
import ai.backtestr.desktop.dock.DockTabs;
import ai.backtestr.desktop.dock.DockTarget;
import ai.backtestr.desktop.dock.Docks;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.layout.LayoutFile;
import ai.backtestr.desktop.layout.LinkColour;
import ai.backtestr.desktop.layout.LinkRule;
import ai.backtestr.desktop.settings.WindowPlace;
import ai.backtestr.desktop.settings.WindowSettings;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Arranges the real window, without a display, as a user does.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowArrangementTest {
    private static final String BOARD = DefaultLayout.BOARD;

    @TempDir
    private Path home;

    private OpenWindow open;

    @BeforeEach
    void openWindow() throws IOException {
        OpenWindow.fill(home);
        open = new OpenWindow(home);
        await("the chart", this::isComplete);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private void reopen() {
        open.close();
        open = new OpenWindow(home);
    }

    private boolean isComplete() {
        return open.workbench().tickHistory().get() != null && chart().isComplete();
    }

    private PriceChart chart() {
        return open.window().chart().chart();
    }

    private Docks docks() {
        return open.window().docks();
    }

    private ChartBoards boards() {
        return open.window().boards();
    }

    private Charts charts() {
        return open.workbench().charts();
    }

    private List<String> groupOf(String pane) {
        return fx(() -> docks().layout().groupOf(pane).map(DockTabs::panes).orElse(List.of()));
    }

    @Test
    void shouldMoveATabThatIsDraggedOntoAnotherGroup() {
        drag("tab-sql", centreOf("tab-instruments"));
        assertThat(groupOf("sql")).containsExactlyInAnyOrder("instruments", "sql");
        assertThat(groupOf("trades")).doesNotContain("sql");
        assertThat(open.has("sql-statement") || open.has("tab-sql")).isTrue();
    }

    @Test
    void shouldSplitWhereATabIsDroppedOnTheSideOfAGroup() {
        Bounds chart = fx(() -> boundsOf(chart()));
        drag("tab-trades", new double[] {chart.getMaxX() - 20, chart.getCenterY()});
        assertThat(groupOf("trades")).containsExactly("trades");
        Bounds trades = fx(() -> boundsOf(open.node("trades")));
        Bounds left = fx(() -> boundsOf(chart()));
        assertThat(trades.getMinX()).isGreaterThan(left.getMaxX() - 1);
        assertThat(trades.getCenterY()).isCloseTo(left.getCenterY(), within(60.0));
    }

    @Test
    void shouldLeaveATabThatIsDroppedWhereItWas() {
        DockLayout before = fx(() -> docks().layout());
        drag("tab-instruments", centreOf("tab-instruments"));
        assertThat(fx(() -> docks().layout().panes())).isEqualTo(before.panes());
    }

    @Test
    void shouldFloatATabThatIsDroppedOutsideAndDockItWhenItsWindowIsClosed() {
        drag("tab-trades", new double[] {1500, 500});
        assertThat(fx(() -> docks().layout().isFloating("trades"))).isTrue();
        Stage floating = fx(() -> Window.getWindows().stream()
                .map(Stage.class::cast)
                .filter(window -> open.stage().equals(window.getOwner()))
                .findFirst()
                .orElseThrow());
        assertThat(fx(() -> floating.getScene().lookup("#trades") != null)).isTrue();
        assertThat(fx(floating::getTitle)).isEqualTo("Trades");
        fx(() -> Event.fireEvent(floating, new WindowEvent(floating, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(fx(floating::isShowing)).isFalse();
        assertThat(groupOf("trades")).contains("trades", "orders");
        assertThat(open.has("trades")).isTrue();
    }

    @Test
    void shouldDoByKeysWhatTheMouseDoes() {
        fx(() -> docks().open("trades"));
        assertThat(fx(() -> docks().active().get())).isEqualTo("trades");
        open.press(KeyCode.LEFT, false, true, true);
        assertThat(fx(() -> docks().layout().panes()).getFirst()).isEqualTo("trades");
        open.press(KeyCode.F, false, true, true);
        assertThat(fx(() -> docks().layout().isFloating("trades"))).isTrue();
        pulses();
        open.press(KeyCode.F, false, true, true);
        assertThat(groupOf("trades")).contains("orders");
        open.press(KeyCode.F12, true, true, false);
        assertThat(fx(() -> docks().isMaximized())).isTrue();
        assertThat(open.has("chart")).as("only the trades are there").isFalse();
        open.press(KeyCode.F12, true, true, false);
        assertThat(open.has("chart")).isTrue();
        open.press(KeyCode.F4, false, true, false);
        assertThat(fx(() -> docks().isOpen("trades"))).isFalse();
        fx(() -> docks().open("trades"));
        assertThat(groupOf("trades")).contains("orders");
        open.press(KeyCode.F6, false, false, false);
        assertThat(fx(() -> docks().active().get())).isNotEqualTo("trades");
    }

    @Test
    void shouldMaximiseByADoubleClickOnATab() {
        double[] at = centreOf("tab-" + BOARD);
        fx(() -> {
            Node tab = open.node("tab-" + BOARD);
            fire(tab, MouseEvent.MOUSE_PRESSED, at, 2);
            fire(tab, MouseEvent.MOUSE_RELEASED, at, 2);
        });
        assertThat(fx(() -> docks().isMaximized())).isTrue();
        assertThat(open.has("instruments")).isFalse();
        assertThat(fx(() -> docks().layout().panes())).as("what is kept").contains("instruments", "trades");
    }

    @Test
    void shouldShowSeveralChartsAndTheRunOnThoseOfItsInstrument() {
        fx(() -> {
            open.workbench().runOnChange().set(false);
            open.<TextField>node("field-slow").setText("4");
            open.<TextField>node("field-fast").setText("2");
        });
        open.run();
        fx(() -> boards().open());
        ChartModel second = fx(() -> charts().active().get());
        fx(() -> open.workbench().symbol().set(open.workbench().symbols().get(1)));
        await("the other chart", this::isComplete);
        assertThat(fx(() -> open.workbench().result().get()))
                .as("a chart of it is still there")
                .isNotNull();
        assertThat(fx(() -> charts().all())).hasSize(2);
        ChartModel first = fx(() -> charts().all().getFirst());
        assertThat(fx(() -> first.instrument().get())).isEqualTo(open.data("EURUSD"));
        assertThat(fx(() -> second.instrument().get())).isEqualTo(open.data("GBPUSD"));
        assertThat(fx(() -> open.<Button>node("run").getText())).isEqualTo("Run on GBPUSD");
        open.run();
        assertThat(fx(() -> Objects.requireNonNull(open.workbench().result().get())
                        .instrument()
                        .symbol()))
                .isEqualTo("GBPUSD");
        fx(() -> open.workbench().selectedTrade().set(0));
        assertThat(fx(() -> chart().selectedTrade())).isZero();
        fx(() -> charts().active().set(first));
        assertThat(fx(() -> chart().selectedTrade()))
                .as("it is another instrument's")
                .isEqualTo(-1);
        fx(() -> charts().active().set(second));
        fx(() -> boards().closeActive());
        assertThat(fx(() -> charts().all())).containsExactly(first);
        assertThat(fx(() -> open.workbench().result().get()))
                .as("no chart of it is left")
                .isNull();
        fx(() -> boards().closeActive());
        assertThat(fx(() -> charts().all())).as("the last one stays").containsExactly(first);
    }

    @Test
    void shouldReadTheTicksOfAnInstrumentOnceForAllItsCharts() {
        fx(() -> boards().arrange(4));
        await(
                "four charts",
                () -> charts().all().stream()
                        .allMatch(chart -> chart.tickHistory().get() != null));
        assertThat(fx(() -> charts().all().stream()
                        .map(chart -> chart.tickHistory().get())
                        .distinct()
                        .count()))
                .isEqualTo(1L);
        assertThat(fx(() -> charts().all().stream()
                        .map(chart -> chart.timeframe().get().toString())
                        .distinct()
                        .count()))
                .isEqualTo(4L);
        fx(() -> boards().arrange(1));
        assertThat(fx(() -> charts().all())).hasSize(1);
        await("the chart still reads", this::isComplete);
    }

    @Test
    void shouldReadNothingForAChartThatIsBehindAnother() {
        fx(() -> boards().open());
        await("the new chart", this::isComplete);
        PriceChart behind = fx(() -> {
            charts().active().set(charts().all().getFirst());
            PriceChart first = chart();
            charts().active().set(charts().all().getLast());
            return first;
        });
        assertThat(fx(() -> behind.getScene() == null)).isTrue();
        int[] painted = {0};
        fx(() -> {
            behind.setOnFramePainted(nanoseconds -> painted[0]++);
            behind.navigation().fitAll();
            behind.navigation().panBy(100);
        });
        pulses();
        assertThat(fx(() -> painted[0])).isZero();
        fx(() -> docks().open(BOARD));
        await("it is painted", () -> painted[0] > 0);
    }

    private void pulses() {
        for (int i = 0; i < 10; i++) {
            fx(() -> true);
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void shouldPointAtTheSameTimeInAllLinkedCharts() {
        fx(() -> {
            docks().close("instruments");
            docks().close("strategy");
            boards().arrange(2);
        });
        await(
                "two charts",
                () -> charts().all().stream()
                        .allMatch(chart -> chart.tickHistory().get() != null));
        List<ChartModel> models = fx(() -> charts().all());
        assertThat(fx(() -> models.getFirst().link().get())).isNotEqualTo(LinkColour.NONE);
        PriceChart first = fx(() -> pane(models.getFirst()).chart());
        PriceChart other = fx(() -> pane(models.getLast()).chart());
        await("both are painted", () -> first.isComplete() && other.isComplete());
        fx(() -> {
            other.navigation().fitAll();
            first.navigation().fitAll();
        });
        pulses();
        Image before = fx(() -> other.snapshot(new SnapshotParameters(), null));
        double x = fx(() -> first.getWidth() * 0.4);
        long pointedNs = fx(() -> {
            long[] told = {0};
            TimeSpan span = Objects.requireNonNull(first.navigation().timesOnScreen());
            double sceneX = first.localToScene(x, 0).getX();
            MouseEvent move = mouse(first, MouseEvent.MOUSE_MOVED, sceneX, 200, 0);
            Event.fireEvent(first, move);
            double plot = first.getWidth() - 68;
            told[0] = (long) (span.fromNs() + (span.toNs() - span.fromNs()) * (x / plot));
            return told[0];
        });
        pulses();
        Image after = fx(() -> other.snapshot(new SnapshotParameters(), null));
        int column = mostChangedColumn(before, after);
        TimeSpan shown = fx(() -> Objects.requireNonNull(other.navigation().timesOnScreen()));
        double plot = fx(() -> other.getWidth() - 68);
        double columnNs = shown.fromNs() + (shown.toNs() - shown.fromNs()) * (column / plot);
        double barNs = fx(() -> models.getLast().timeframe().get().lengthNs());
        assertThat(Math.abs(columnNs - pointedNs))
                .as(
                        "pointed at %s by %s of %s, %s; shown at %s of %s, %s",
                        pointedNs,
                        x,
                        first.getWidth(),
                        fx(first.navigation()::timesOnScreen),
                        column,
                        other.getWidth(),
                        shown)
                .isLessThan(1.5 * barNs);
        fx(() -> Event.fireEvent(first, mouse(first, MouseEvent.MOUSE_EXITED, x, 200, 0)));
        pulses();
        Image left = fx(() -> other.snapshot(new SnapshotParameters(), null));
        assertThat(left.getPixelReader().getArgb(column, 150))
                .isEqualTo(before.getPixelReader().getArgb(column, 150));
    }

    private static int mostChangedColumn(Image before, Image after) {
        int best = -1;
        int most = 0;
        for (int x = 0; x < (int) before.getWidth(); x++) {
            int changed = 0;
            for (int y = 120; y < (int) before.getHeight() - 40; y++) {
                changed += before.getPixelReader().getArgb(x, y)
                                == after.getPixelReader().getArgb(x, y)
                        ? 0
                        : 1;
            }
            if (changed > most) {
                most = changed;
                best = x;
            }
        }
        assertThat(best).as("something has changed").isNotNegative();
        return best;
    }

    private ChartPane pane(ChartModel model) {
        charts().active().set(model);
        return open.window().chart();
    }

    @Test
    void shouldShareInstrumentAndStretchOfTimeWhereThatIsWanted() {
        fx(() -> boards().arrange(2));
        await(
                "two charts",
                () -> charts().all().stream()
                        .allMatch(chart -> chart.tickHistory().get() != null));
        ChartModel one = fx(() -> charts().all().getFirst());
        ChartModel two = fx(() -> charts().all().getLast());
        fx(() -> boards().links().setRule(one, new LinkRule(one.link().get(), true, true)));
        fx(() -> open.workbench().symbol().set(open.workbench().symbols().get(1)));
        await(
                "the other follows",
                () -> two.shows(open.workbench().symbols().get(1))
                        && two.tickHistory().get() != null);
        await(
                "loaded",
                () -> pane(one).chart().isComplete() && pane(two).chart().isComplete());
        fx(() -> pane(one).chart().navigation().zoomAt(200, 3));
        TimeSpan first =
                fx(() -> Objects.requireNonNull(pane(one).chart().navigation().timesOnScreen()));
        TimeSpan second =
                fx(() -> Objects.requireNonNull(pane(two).chart().navigation().timesOnScreen()));
        long barNs = fx(() -> two.timeframe().get().lengthNs());
        assertThat(Math.abs(first.fromNs() - second.fromNs())).isLessThan(8 * barNs);
        assertThat(Math.abs(first.toNs() - second.toNs())).isLessThan(8 * barNs);
    }

    @Test
    void shouldReplayInAllChartsOfTheInstrument() {
        fx(() -> boards().arrange(2));
        await(
                "two charts",
                () -> charts().all().stream()
                        .allMatch(chart -> chart.tickHistory().get() != null));
        ChartModel one = fx(() -> charts().all().getFirst());
        ChartModel two = fx(() -> charts().all().getLast());
        long oneO = Times.parse("2014-05-01T13:00:00Z");
        long lastNs = open.data("EURUSD").lastNs();
        await(
                "all of it",
                () -> endOf(one) > oneO
                        && endOf(two) > oneO
                        && pane(two).chart().isComplete());
        fx(() -> open.workbench().startReplay("2014-05-01 13:00"));
        await("the replay", () -> open.workbench().replay().session().get() != null);
        await(
                "its bars",
                () -> endOf(one) <= oneO + 1 // the moment after the last
                        && endOf(two) <= oneO + two.timeframe().get().lengthNs());
        assertThat(fx(() -> one.replaying().get() && two.replaying().get())).isTrue();
        fx(() -> open.workbench().replay().close());
        await("what was there before", () -> {
            pane(one).chart().navigation().fitAll();
            return endOf(one) > lastNs - 3_600_000_000_000L;
        });
    }

    @Test
    void shouldReplayInTheBarsOfTheChart() {
        ChartModel one = fx(() -> charts().active().get());
        await("its ticks", () -> one.tickHistory().get() != null);
        for (String timeframe : new String[] {"7m", "ha:5m", "renko:5"}) {
            fx(() -> one.timeframe().set(Timeframe.parse(timeframe)));
            fx(() -> open.workbench().startReplay("2014-05-01 13:00"));
            await("the replay", () -> open.workbench().replay().session().get() != null);
            await(
                    "its title",
                    () -> String.valueOf(pane(one).chart().queryAccessibleAttribute(AccessibleAttribute.TEXT))
                            .contains("replay " + timeframe + ","));
            await(
                    "its equity",
                    () -> String.valueOf(pane(one).chart().queryAccessibleAttribute(AccessibleAttribute.TEXT))
                            .contains("Equity 1"));
            fx(() -> open.workbench().replay().close());
            await("its end", () -> !one.replaying().get());
        }
    }

    @Test
    void shouldReplayFromWhereTheMouseWasLastOrFromTheMiddle() {
        ChartModel one = fx(() -> charts().active().get());
        PriceChart chart = pane(one).chart();
        await("its ticks", () -> one.tickHistory().get() != null && chart.isComplete());
        fx(() -> chart.navigation().fitAll());
        await("all of it", chart::isComplete);

        long middle = fx(() -> chart.crosshair().lastBarTimeNs());
        TimeSpan span = Objects.requireNonNull(fx(() -> chart.navigation().timesOnScreen()));
        assertThat(middle).isBetween(span.fromNs(), span.toNs());

        long pointed = fx(() -> {
            chart.crosshair().moveTo(chart.getWidth() / 4, 40);
            return chart.crosshair().lastBarTimeNs();
        });
        fx(() -> Event.fireEvent(
                chart,
                new MouseEvent(
                        MouseEvent.MOUSE_EXITED,
                        -1,
                        -1,
                        -1,
                        -1,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null)));
        assertThat(fx(() -> chart.crosshair().lastBarTimeNs()))
                .isEqualTo(pointed)
                .isLessThan(middle);
    }

    @Test
    void shouldReplayFromTheBarPickedOnTheChart() {
        ChartModel one = fx(() -> charts().active().get());
        await(
                "its ticks",
                () -> one.tickHistory().get() != null && pane(one).chart().isComplete());
        PriceChart chart = pane(one).chart();
        fx(() -> chart.navigation().fitAll());
        await("all of it", chart::isComplete);
        long picked = fx(() -> {
            chart.crosshair().moveTo(chart.getWidth() / 2, 40);
            return chart.crosshair().lastBarTimeNs();
        });
        long pointedNs = Objects.requireNonNull(fx(() -> chart.navigation().timesOnScreen()))
                .fromNs();
        assertThat(picked)
                .isGreaterThan(pointedNs)
                .isLessThan(open.data("EURUSD").lastNs());

        fx(() -> pane(one).replayFromCrosshair());
        await("the replay", () -> open.workbench().replay().session().get() != null);
        await("bars until then", () -> endOf(one) > 0 && endOf(one) <= picked + 1);

        fx(() -> open.workbench().replay().close());
        await("what was there before", () -> {
            chart.navigation().fitAll();
            return endOf(one) > picked + 1;
        });
    }

    private long endOf(ChartModel model) {
        TimeSpan span = pane(model).chart().navigation().timesOnScreen();
        return span == null ? 0 : span.toNs();
    }

    /// Waits until a chart has kept its width for some pulses: parts get their sizes in several steps.
    private static void awaitRest(PriceChart chart) {
        double[] width = {-1};
        int[] pulses = {0};
        await("a chart at rest", () -> {
            pulses[0] = chart.getWidth() == width[0] ? pulses[0] + 1 : 0;
            width[0] = chart.getWidth();
            return pulses[0] > 20;
        });
    }

    @Test
    void shouldComeBackAsItWasLeft() {
        fx(() -> {
            docks().move("sql", new DockTarget.Edge(DockSide.RIGHT));
            docks().move("orders", new DockTarget.Apart(new WindowPlace(100, 120, 500, 300)));
            docks().close("fills");
            boards().arrange(2);
        });
        ChartModel last = fx(() -> charts().all().getLast());
        fx(() -> last.timeframe().set(Timeframe.parse("30m")));
        await(
                "two charts",
                () -> charts().all().stream()
                        .allMatch(chart -> chart.tickHistory().get() != null));
        awaitRest(chart());
        fx(() -> chart().navigation()
                .showTimes(
                        Objects.requireNonNull(open.workbench().tickHistory().get())
                                .firstNs(),
                        Objects.requireNonNull(open.workbench().tickHistory().get())
                                        .firstNs()
                                + 3_600_000_000_000L));
        awaitRest(chart());
        DockLayout left = fx(() -> docks().layout());
        TimeSpan span = fx(() -> Objects.requireNonNull(chart().navigation().timesOnScreen()));
        reopen();
        await(
                "two charts again",
                () -> charts().all().stream()
                        .allMatch(chart -> chart.tickHistory().get() != null));
        DockLayout now = fx(() -> docks().layout());
        assertThat(now.panes()).isEqualTo(left.panes());
        assertThat(now.isFloating("orders")).isTrue();
        assertThat(now.floats().getFirst().place()).isEqualTo(new WindowPlace(100, 120, 500, 300));
        assertThat(now.panes()).doesNotContain("fills");
        assertThat(fx(() -> charts().all().getLast().timeframe().get().toString()))
                .isEqualTo("30m");
        assertThat(fx(() -> charts().all().getFirst().link().get())).isNotEqualTo(LinkColour.NONE);
        long barNs = fx(() -> open.workbench().timeframe().get().lengthNs());
        awaitRest(chart());
        TimeSpan shown = fx(() -> Objects.requireNonNull(chart().navigation().timesOnScreen()));
        assertThat(Math.abs(shown.fromNs() - span.fromNs())).isLessThanOrEqualTo(barNs);
        assertThat(Math.abs(shown.toNs() - span.toNs())).isLessThanOrEqualTo(barNs);
    }

    @Test
    void shouldKeepSeveralWorkspacesApart() {
        fx(() -> open.window().desk().saveAs("Wide"));
        fx(() -> {
            docks().close("strategy");
            boards().arrange(4);
            open.window().desk().open("Default");
        });
        assertThat(fx(() -> docks().isOpen("strategy"))).isTrue();
        assertThat(fx(() -> charts().all())).hasSize(1);
        fx(() -> open.window().desk().open("Wide"));
        assertThat(fx(() -> docks().isOpen("strategy"))).isFalse();
        assertThat(fx(() -> charts().all())).hasSize(4);
        fx(() -> open.window().desk().rename("Four"));
        reopen();
        assertThat(fx(() -> open.window().desk().now().current())).isEqualTo("Four");
        assertThat(fx(() -> charts().all())).hasSize(4);
        fx(() -> open.window().desk().reset());
        assertThat(fx(() -> charts().all())).hasSize(1);
        assertThat(fx(() -> docks().isOpen("strategy"))).isTrue();
        fx(() -> open.window().desk().delete());
        assertThat(fx(() -> open.window().desk().now().all())).hasSize(1);
        assertThat(fx(() -> open.window().desk().now().current())).isEqualTo("Default");
        LayoutFile file = new LayoutFile(open.workspace().home().settings());
        await(
                "the file",
                () -> file.load(WindowSettings.DEFAULTS).workspaces().all().size() == 1);
    }

    @Test
    void shouldSayThatWorkspacesAreDamagedAndOpenAllTheSame() throws IOException {
        open.close();
        Path file = home.resolve("settings").resolve("workspaces.json");
        Files.writeString(file, "{ \"version\": 1, ");
        open = new OpenWindow(home);
        assertThat(fx(() -> open.<Label>node("notice").getText()))
                .contains("workspaces.json is not understood")
                .contains("workspaces.json.damaged");
        assertThat(home.resolve("settings").resolve("workspaces.json.damaged")).exists();
        assertThat(fx(() -> charts().all())).hasSize(1);
    }

    private double[] centreOf(String id) {
        Bounds bounds = fx(() -> boundsOf(open.node(id)));
        return new double[] {bounds.getCenterX(), bounds.getCenterY()};
    }

    private static Bounds boundsOf(Node node) {
        node.getScene().getRoot().layout();
        return node.localToScreen(node.getBoundsInLocal());
    }

    private void drag(String id, double[] to) {
        double[] from = centreOf(id);
        fx(() -> {
            Node tab = open.node(id);
            fire(tab, MouseEvent.MOUSE_PRESSED, from, 1);
            fire(tab, MouseEvent.MOUSE_DRAGGED, new double[] {(from[0] + to[0]) / 2, (from[1] + to[1]) / 2}, 1);
            fire(tab, MouseEvent.MOUSE_DRAGGED, to, 1);
            fire(tab, MouseEvent.MOUSE_RELEASED, to, 1);
        });
        pulses();
    }

    private static void fire(Node node, EventType<MouseEvent> type, double[] screen, int clicks) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        screen[0],
                        screen[1],
                        screen[0],
                        screen[1],
                        MouseButton.PRIMARY,
                        clicks,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        new PickResult(node, screen[0], screen[1])));
    }

    private static MouseEvent mouse(Node node, EventType<MouseEvent> type, double x, double y, int clicks) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.NONE,
                clicks,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                new PickResult(node, x, y));
    }
}
