package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.dock.DockPane;
import ai.backtestr.desktop.dock.DockSide;
import ai.backtestr.desktop.dock.DockTarget;
import ai.backtestr.desktop.dock.Docks;
import ai.backtestr.desktop.layout.BoardState;
import ai.backtestr.desktop.layout.ChartState;
import ai.backtestr.desktop.layout.LinkColour;
import ai.backtestr.desktop.replay.ReplayBar;
import ai.backtestr.desktop.settings.ChartSettings;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.chart.ChartTheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The tabs with charts: opens, duplicates and closes them, and lays out the charts in them.
///
/// Threads: belongs to the FX thread.
final class ChartBoards {
    private static final String ID = "charts-";

    private final Workbench workbench;
    private final Docks docks;
    private final Stage owner;
    private final ChartLinks links = new ChartLinks();
    private final LinkMenu linkMenu = new LinkMenu(links);
    private final Map<String, ChartBoard> boards = new LinkedHashMap<>();
    private ChartTheme theme = ChartTheme.DARK;
    private LongConsumer onFramePainted = nanoseconds -> {};
    private Runnable onChange = () -> {};

    ChartBoards(Workbench workbench, Docks docks, Stage owner) {
        this.workbench = workbench;
        this.docks = docks;
        this.owner = owner;
        workbench.charts().active().subscribe(this::activated);
        docks.active().subscribe(this::activateBoard);
        links.onChange(() -> onChange.run());
    }

    /// Sets who hears when there is something else to keep.
    void onChange(Runnable listener) {
        onChange = listener;
    }

    /// Sets who hears how long a chart took to build a frame, nanoseconds.
    void onFramePainted(LongConsumer listener) {
        onFramePainted = listener;
    }

    private void activated(ChartModel active) {
        boards.values().forEach(board -> board.activated(active));
    }

    private void activateBoard(String pane) {
        ChartBoard board = boards.get(pane);
        if (board != null
                && !board.models().contains(workbench.charts().active().get())) {
            workbench.charts().active().set(board.last());
        }
    }

    /// Has these tabs in place of those before; the layout of the window brings them up.
    void recall(List<BoardState> states) {
        List<ChartModel> before = workbench.charts().all();
        List<ChartBoard> old = List.copyOf(boards.values());
        List<ChartBoard> added = new ArrayList<>();
        for (BoardState state : states) {
            List<ChartModel> models =
                    state.charts().stream().map(workbench.charts()::add).toList();
            added.add(new ChartBoard(state.id(), state.title(), models, this::pane));
        }
        old.forEach(this::release);
        boards.clear();
        added.forEach(this::add);
        workbench.charts().active().set(added.getFirst().last());
        workbench.charts().remove(before);
    }

    private void add(ChartBoard board) {
        boards.put(board.id(), board);
        DockPane pane = new DockPane(board.id(), board.title().get(), DockSide.TOP, board::content)
                .stretching()
                .onClose(() -> close(board))
                .withActions(() -> actions(board));
        pane.title().bind(board.title());
        docks.add(pane);
    }

    private void release(ChartBoard board) {
        board.panes().forEach(links::remove);
        board.release();
        docks.remove(board.id());
    }

    private ChartPane pane(ChartModel model) {
        ChartPane pane = new ChartPane(workbench, model, linkMenu);
        pane.setTheme(theme);
        pane.chart().setOnFramePainted(nanoseconds -> onFramePainted.accept(nanoseconds));
        pane.onChange(() -> onChange.run());
        pane.mark(model == workbench.charts().active().get());
        model.timeframe().subscribe((before, now) -> onChange.run());
        links.add(pane);
        return pane;
    }

    /// Opens a tab with a chart of the instrument chosen, all of it.
    void open() {
        ChartState state = activePane().state();
        open(new BoardState(freeId(), "", List.of(ChartState.of(state.symbol(), null))));
    }

    /// Opens a tab with the same charts as the active one.
    void duplicate() {
        BoardState state = activeBoard().state();
        open(new BoardState(freeId(), state.title(), state.charts()));
    }

    private void open(BoardState state) {
        String beside = activeBoard().id();
        ChartBoard board = new ChartBoard(
                state.id(),
                state.title(),
                state.charts().stream().map(workbench.charts()::add).toList(),
                this::pane);
        add(board);
        docks.move(board.id(), new DockTarget.Among(beside, Integer.MAX_VALUE));
        workbench.charts().active().set(board.last());
    }

    private String freeId() {
        int number = 1;
        while (boards.containsKey(ID + number)) {
            number++;
        }
        return ID + number;
    }

    /// Closes the active tab with charts.
    void closeActive() {
        close(activeBoard());
    }

    private void close(ChartBoard board) {
        if (boards.size() == 1) {
            workbench.tasks().tell("The last chart stays; choose another instrument for it, or open one more first.");
            return;
        }
        boards.remove(board.id());
        release(board);
        workbench.charts().remove(board.models());
        onChange.run();
    }

    /// Has the active tab show so many charts: 1, 2, 4 or 6. Those that are added show the instrument of the active
    /// one in longer bars, linked with it.
    void arrange(int size) {
        arrange(activeBoard(), size);
    }

    private void arrange(ChartBoard board, int size) {
        List<ChartModel> models = new ArrayList<>(board.models());
        ChartModel first = board.last();
        if (size > models.size() && first.link().get() == LinkColour.NONE) {
            LinkColour free = freeColour();
            models.forEach(model -> model.link().set(free));
        }
        List<ChartModel> kept = size >= models.size()
                ? models
                : Stream.concat(Stream.of(first), models.stream().filter(model -> model != first))
                        .limit(size)
                        .sorted((a, b) -> models.indexOf(a) - models.indexOf(b))
                        .toList();
        List<ChartModel> now = new ArrayList<>(kept);
        while (now.size() < size) {
            String next = nextTo(now).toString();
            now.add(workbench.charts().add(stateOf(board, first).withTimeframe(next)));
        }
        List<ChartPane> gone = board.show(now);
        gone.forEach(links::remove);
        gone.forEach(ChartPane::release);
        workbench
                .charts()
                .remove(models.stream().filter(model -> !now.contains(model)).toList());
        activated(workbench.charts().active().get());
        onChange.run();
    }

    private static ChartState stateOf(ChartBoard board, ChartModel model) {
        ChartPane pane = board.pane(model);
        ChartState kept = model.kept();
        ChartState state = pane != null ? pane.state() : kept != null ? kept : ChartState.EMPTY;
        return state.withLink(model.link().get());
    }

    private LinkColour freeColour() {
        return Arrays.stream(LinkColour.values())
                .filter(colour -> colour != LinkColour.NONE)
                .filter(colour -> workbench.charts().all().stream()
                        .noneMatch(chart -> chart.link().get() == colour))
                .findFirst()
                .orElse(LinkColour.BLUE);
    }

    /// Returns the shortest bars offered that are longer than all of these charts have, or where there are none the
    /// longest that none of them has.
    private static Timeframe nextTo(List<ChartModel> charts) {
        List<Timeframe> used =
                charts.stream().map(chart -> chart.timeframe().get()).sorted().toList();
        List<Timeframe> free = ChartTimeframes.offered().stream()
                .filter(offered -> !used.contains(offered))
                .toList();
        return free.stream()
                .filter(offered -> offered.compareTo(used.getLast()) > 0)
                .findFirst()
                .orElseGet(() -> free.isEmpty() ? Timeframe.ONE_DAY : free.getLast());
    }

    private List<MenuItem> actions(ChartBoard board) {
        Menu layout = new Menu("Charts in this tab");
        for (int size : BoardState.SIZES) {
            MenuItem item = item(size == 1 ? "1 chart" : size + " charts", () -> arrange(board, size));
            item.setDisable(size == board.models().size());
            layout.getItems().add(item);
        }
        return List.of(
                item("New chart", this::open),
                item("Duplicate", () -> {
                    activateBoard(board.id());
                    duplicate();
                }),
                item("Rename…", () -> rename(board)),
                layout);
    }

    private void rename(ChartBoard board) {
        String question = "Name of this tab; leave it empty for the name of its instrument";
        new TextQuestion(owner, "tab-dialog", "Rename", question, "Name", board.ownTitle())
                .ask(name -> "")
                .ifPresent(name -> {
                    board.rename(name);
                    onChange.run();
                });
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    void setTheme(ChartTheme now) {
        theme = now;
        panes().forEach(pane -> pane.setTheme(now));
    }

    private Stream<ChartPane> panes() {
        return boards.values().stream().flatMap(board -> board.panes().stream());
    }

    /// Returns the charts that show a replay, as far as they are to be seen.
    List<ReplayBar.Screen> replayScreens() {
        return panes().filter(pane -> pane.model().replaying().get() && pane.getScene() != null)
                .map(pane -> new ReplayBar.Screen(
                        pane.chart(),
                        pane.extras().orders(),
                        pane.model().timeframe().get()))
                .toList();
    }

    private ChartBoard activeBoard() {
        ChartModel active = workbench.charts().active().get();
        return boards.values().stream()
                .filter(board -> board.models().contains(active))
                .findFirst()
                .orElseGet(() -> boards.values().iterator().next());
    }

    /// Returns what shows the active chart, bringing it up if it was never seen.
    ChartPane activePane() {
        ChartBoard board = activeBoard();
        board.content();
        return Objects.requireNonNull(board.pane(board.last()));
    }

    /// Returns how the active chart is set; null if it was not seen yet.
    @Nullable
    ChartSettings activeSettings() {
        ChartBoard board = activeBoard();
        ChartPane pane = board.pane(board.last());
        return pane == null ? null : pane.settings();
    }

    /// Lets go of what all charts read, and waits until that is done.
    void leave() {
        panes().forEach(ChartPane::leave);
    }

    /// Brings up the active chart and gives it the keyboard.
    void show() {
        docks.open(activeBoard().id());
        activePane().chart().requestFocus();
    }

    /// Goes to the next chart of the active tab, or the one before.
    void step(int by) {
        ChartBoard board = activeBoard();
        List<ChartModel> models = board.models();
        ChartModel next = models.get(
                Math.floorMod(models.indexOf(workbench.charts().active().get()) + by, models.size()));
        ChartPane pane = board.pane(next);
        if (pane != null) {
            pane.chart().requestFocus();
        }
        workbench.charts().active().set(next);
    }

    ChartLinks links() {
        return links;
    }

    /// Returns them as they are kept.
    List<BoardState> states() {
        return boards.values().stream().map(ChartBoard::state).toList();
    }
}
