package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartImage;
import ai.backtestr.desktop.chart.EquityPoints;
import ai.backtestr.desktop.chart.LoadedBars;
import ai.backtestr.desktop.chart.SeriesBars;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.indicator.ChartSettingsText;
import ai.backtestr.desktop.layout.ChartState;
import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.settings.ChartSettings;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.chart.ChartArrangement;
import ai.backtestr.render.chart.ChartCrosshair;
import ai.backtestr.render.chart.ChartKind;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.TimeSpan;
import ai.backtestr.render.chart.VisibleRange;
import ai.backtestr.render.drawing.DrawingPane;
import ai.backtestr.render.drawing.DrawingSet;
import ai.backtestr.render.series.SlotAxis;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A chart and the row of timeframes above it. FX thread only.
final class ChartPane extends BorderPane {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final double RESTING_MS = 400;
    private static final String LOG = "log";
    private static final String PERCENT = "percent";

    private final Workbench workbench;
    private final ChartModel model;
    private Subscription following = Subscription.EMPTY;
    private final PriceChart chart = new PriceChart();
    private final DrawingPane drawing = new DrawingPane(chart);
    private final ChartExtras extras;
    private final ClosedTime closedTime;
    private final ChartPanel panel;
    private final Comparisons comparisons;
    private final BarKindChoice kinds;
    private final PaneMenu panes;
    private final UndoableState<ChartSettings> undoable;
    private boolean released;
    private Runnable onChange = () -> {};
    private @Nullable BarSeries shown;
    private final ChartTrades trades;
    private int[] tradePlaces = {}; // of the trades marked, in the result on screen
    private String shownSymbol = "";

    /// @param model which of the workbench's charts it is
    ChartPane(Workbench workbench, ChartModel model, LinkMenu links) {
        this.workbench = workbench;
        this.model = model;
        getStyleClass().add("chart-pane");
        setMinSize(0, 0);
        extras = new ChartExtras(workbench, model, chart);
        closedTime = new ClosedTime(model);
        trades = new ChartTrades(workbench.tasks(), this::showTrades);
        chart.setId("chart");
        chart.setOnTradeClicked(trade ->
                workbench.selectedTrade().set(tradePlaces.length == 0 || trade < 0 ? trade : tradePlaces[trade]));
        panel = new ChartPanel(chart, new StackPane(drawing, hint()), model.timeframe()::get);
        comparisons = new Comparisons(workbench, model, chart, this::changed);
        kinds = new BarKindChoice(workbench, model, chart);
        panes = new PaneMenu(workbench, model, chart, panel, comparisons);
        recall(model.kept());
        undoable = new UndoableState<>(
                workbench.undoHistory(),
                "panes and indicators",
                this::settings,
                this::restore,
                new FxPause(RESTING_MS));
        chart.panes().setOnChange(this::changed);
        extras.onChange(this::changed);
        closedTime.onChange(() -> {
            changeAxis();
            changed();
        });
        drawing.board().setOnStep(workbench.tasks()::tell);
        setTop(toolBar(links));
        drawing.getStylesheets().add(ChartPane.class.getResource("drawing.css").toExternalForm());
        setCenter(panel);
        chart.setOnProblem(problem -> workbench
                .tasks()
                .tellError(ProblemException.explain(problem).orElseGet(() -> "The chart cannot be read: " + problem)));
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> activate());
        addEventFilter(KeyEvent.KEY_PRESSED, extras.orders().keys()::press);
        chart.focusedProperty().subscribe((before, now) -> activateIf(now));
        follow(model.instrument().subscribe(this::showDrawings));
        follow(model.tickHistory().subscribe(this::showHistory));
        follow(model.timeframe().subscribe(this::changeAxis));
        follow(model.bars().subscribe(this::showBars));
        follow(model.replaying().subscribe(this::showAgain));
        follow(workbench.seen().subscribe(this::showResult));
        follow(workbench.selectedTrade().subscribe(this::selectTrade));
        follow(ChartMoments.link(workbench, model, chart));
        follow(workbench.preferred().clock().subscribe(chart::setClock));
        follow(workbench.preferred().textScale().subscribe(chart::setTextScale));
        model.see();
    }

    /// What to do where there is nothing to show.
    private Label hint() {
        Label hint = new Label("Nothing to show yet. Import files with Ctrl+O, or drop them on the window.");
        hint.setId("chart-hint");
        hint.getStyleClass().add("note");
        hint.setWrapText(true);
        hint.setMouseTransparent(true);
        follow(model.instrument().subscribe(chosen -> hint.setVisible(chosen == null)));
        return hint;
    }

    private void changed() {
        undoable.changed();
        onChange.run();
    }

    /// Brings back indicators, panes and profiles; nothing comes of it once the chart is closed.
    private void restore(ChartSettings settings) {
        if (!released) {
            recall(settings);
            onChange.run();
        }
    }

    private void follow(Subscription subscription) {
        following = following.and(subscription);
    }

    /// Shows nothing new any more.
    void release() {
        released = true;
        undoable.close();
        following.unsubscribe();
        onChange = () -> {};
        chart.closeHistory();
        comparisons.end();
        extras.close();
        workbench.drawings().forget(drawing.board());
        drawing.board().show(new DrawingSet(List.of()));
    }

    private void showDrawings(@Nullable StoredData chosen) {
        if (chosen != null) {
            workbench.drawings().show(chosen.instrument().symbol(), drawing.board());
        }
    }

    private void activateIf(boolean focused) {
        if (focused) {
            activate();
        }
    }

    private void activate() {
        workbench.charts().active().set(model);
    }

    /// Marks it as the active one of several, or not.
    void mark(boolean active) {
        pseudoClassStateChanged(ACTIVE, active);
    }

    ChartModel model() {
        return model;
    }

    Comparisons comparisons() {
        return comparisons;
    }

    /// Returns what it shows, as it is kept.
    ChartState state() {
        StoredData data = model.instrument().get();
        ChartState kept = model.kept();
        TimeSpan span = chart.navigation().timesOnScreen();
        if (data == null || (kept != null && span == null)) {
            return kept == null ? ChartState.EMPTY : kept;
        }
        return new ChartState(
                data.instrument().symbol(),
                data.recorded() == null ? null : data.recorded().toString(),
                model.timeframe().get().toString(),
                chart.kind(),
                chart.isLogarithmic(),
                span == null ? 0 : span.fromNs(),
                span == null ? 0 : span.toNs(),
                model.link().get(),
                settings());
    }

    private ChartBar toolBar(LinkMenu links) {
        follow(kinds.follow());
        ChartMenu menu =
                new ChartMenu(chart, this::goTo, this::savePicture, kinds::items, panes::items, this::moreItems);
        menu.install();
        ChartBar bar = new ChartBar(workbench, model, panel::chooseIndicator, links.button(model), menu.button());
        bar.fit().setOnAction(event -> chart.navigation().fitAll());
        bar.typeFrom(chart);
        follow(bar::release);
        return bar;
    }

    /// A replay shows bars of its own; when it ends, what was there before comes back.
    private void showAgain() {
        showHistory(model.tickHistory().get());
        showBars(model.bars().get());
    }

    private void showHistory(@Nullable StoredHistory history) {
        if (history == null) {
            chart.closeHistory(); // what it shows stays until there is something else
            return;
        }
        if (model.replaying().get() || !StoredHistory.shows(model.timeframe().get())) {
            return; // the other bars are on their way
        }
        SlotAxis axis = axis(history);
        if (axis == null) {
            return;
        }
        String symbol = history.instrument().symbol();
        TimeSpan span =
                spanToShow(symbol.equals(shownSymbol) ? chart.navigation().timesOnScreen() : null);
        shown = null;
        shownSymbol = symbol;
        chart.setTitle(history.instrument().title(), model.timeframe().get().toString());
        chart.setPriceDecimals(history.instrument().priceScale());
        chart.setHistory(history, axis);
        chart.panes().setBars(history, model.timeframe().get());
        comparisons.show();
        if (span == null) {
            chart.navigation().fitAll();
        } else {
            chart.navigation().holdTimes(span.fromNs(), span.toNs());
        }
        showResult(workbench.seen().get());
    }

    /// Returns the stretch that was on screen when the chart was kept, if it is the first since, else `now`.
    private @Nullable TimeSpan spanToShow(@Nullable TimeSpan now) {
        ChartState kept = model.takeKept();
        return kept == null || kept.toNs() <= kept.fromNs() ? now : new TimeSpan(kept.fromNs(), kept.toNs());
    }

    private @Nullable SlotAxis axis(StoredHistory history) {
        try {
            return history.axis(model.timeframe().get(), closedTime.isShown());
        } catch (IllegalArgumentException e) {
            workbench.tasks().tellError(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void changeAxis() {
        StoredHistory history = model.tickHistory().get();
        if (model.replaying().get() || !StoredHistory.shows(model.timeframe().get())) {
            return;
        }
        SlotAxis axis = history == null ? null : axis(history);
        if (history != null && axis != null) {
            chart.setTitle(history.instrument().title(), model.timeframe().get().toString());
            chart.setAxis(axis);
            chart.panes().setBars(history, model.timeframe().get());
        }
    }

    /// Asks for a moment and shows it.
    void goTo() {
        TimeSpan span = chart.navigation().timesOnScreen();
        if (span != null) {
            GoToDialog.ask(
                            getScene().getWindow(),
                            (span.fromNs() + span.toNs()) / 2,
                            workbench.preferred().clock().get())
                    .ifPresent(chart.navigation()::goTo);
        }
    }

    /// Asks for a file and saves the chart as it stands there.
    void savePicture() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save picture");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG", "*.png"));
        chooser.setInitialFileName("chart.png");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            byte[] picture = ChartImage.onScreen(chart);
            BackgroundTask<Path> writing = new BackgroundTask<>("Writing " + file, control -> {
                PlacedFile.write(file.toPath(), picture);
                return file.toPath();
            });
            workbench.tasks().startBeside(writing, path -> workbench.tasks().tell("Saved " + path));
        }
    }

    private void showBars(@Nullable BarSeries bars) {
        if (bars == null || model.replaying().get()) {
            return;
        }
        StoredData chosen = model.instrument().get();
        String name = chosen == null ? "" : chosen.instrument().symbol();
        boolean fromHistory = shown == null && name.equals(shownSymbol);
        TimeSpan span = spanToShow(fromHistory ? chart.navigation().timesOnScreen() : spanOnScreen(bars));
        shown = bars;
        shownSymbol = name;
        chart.setTitle(
                chosen == null ? "" : chosen.instrument().title(),
                bars.timeframe().toString());
        chart.setPriceDecimals(bars.priceScale());
        chart.setBars(new SeriesBars(bars));
        if (chosen != null) {
            chart.panes()
                    .setBars(new LoadedBars(bars, chosen.instrument().calendar(), others(chosen)), bars.timeframe());
        }
        showResult(workbench.seen().get());
        if (span == null) {
            chart.navigation().fitAll();
        } else {
            chart.navigation().holdTimes(span.fromNs(), span.toNs() + 1);
        }
    }

    /// Returns what makes bars of other timeframes, for indicators on these.
    private Function<Timeframe, BarSeries> others(StoredData data) {
        String symbol = data.instrument().symbol();
        return timeframe -> workbench
                .workspace()
                .bars(new BarRequest(symbol, TimeRange.ALL, null, timeframe, data.recorded()))
                .run();
    }

    private void recall(@Nullable ChartState kept) {
        if (kept != null) {
            chart.setKind(kept.kind());
            chart.setLogarithmic(kept.logarithmic());
        }
        if (kept != null && kept.settings() != null) {
            recall(kept.settings());
        }
    }

    /// Shows indicators, panes, scale and kind as they were left.
    private void recall(ChartSettings settings) {
        chart.panes().arrange(ChartSettingsText.read(settings.overlays(), settings.panes()));
        Stream.of(ChartKind.values())
                .filter(kind -> kind.name().equals(settings.kind()))
                .forEach(chart::setKind);
        chart.setLogarithmic(settings.scale().equals(LOG));
        chart.setPercent(settings.scale().equals(PERCENT));
        extras.recall(settings.profiles());
        closedTime.recall(settings.time());
        comparisons.recall(settings.comparisons());
    }

    /// Returns how it is set.
    ChartSettings settings() {
        ChartArrangement arrangement = chart.panes().arrangement();
        return new ChartSettings(
                chart.kind().name(),
                chart.isLogarithmic() ? LOG : chart.isPercent() ? PERCENT : "linear",
                ChartSettingsText.overlays(arrangement),
                ChartSettingsText.panes(arrangement),
                comparisons.chosen(),
                extras.profiles(),
                closedTime.kept());
    }

    /// Calls `listener` when something changes that is kept of it.
    void onChange(Runnable listener) {
        onChange = listener;
    }

    /// Reads nothing more, and lets go of what it has open.
    void leave() {
        chart.closeHistory();
        comparisons.leave();
        extras.close();
    }

    /// Opens the list of indicators, or closes it.
    void chooseIndicator() {
        panel.chooseIndicator();
    }

    /// Returns the stretch of time on screen, if the new bars are of the same instrument: it stays when the
    /// timeframe changes.
    private @Nullable TimeSpan spanOnScreen(BarSeries bars) {
        BarSeries before = shown;
        VisibleRange range = chart.navigation().visibleBars();
        int first = Math.max(0, range.from());
        if (before == null || bars.count() == 0 || first >= before.count() || isAllOnScreen(before, range)) {
            return null;
        }
        long fromNs = before.timeNs(first);
        long toNs = lastNsOf(before, Math.min(range.to(), before.count()) - 1);
        boolean overlaps = toNs >= bars.timeNs(0) && fromNs <= bars.timeNs(bars.count() - 1);
        return overlaps ? new TimeSpan(fromNs, toNs) : null;
    }

    /// Returns the last moment of a bar; of one that does not end with the clock, the moment before the next
    /// begins.
    private static long lastNsOf(BarSeries bars, int index) {
        if (bars.timeframe().isTime()) {
            return bars.timeNs(index) + bars.timeframe().lengthNs() - 1;
        }
        return index + 1 < bars.count() ? Math.max(bars.timeNs(index), bars.timeNs(index + 1) - 1) : bars.timeNs(index);
    }

    private static boolean isAllOnScreen(BarSeries bars, VisibleRange range) {
        return range.from() <= 0 && range.to() >= bars.count();
    }

    private void showResult(@Nullable BacktestResult result) {
        if (model.replaying().get()) {
            trades.of(null, "");
            return;
        }
        StoredData data = model.instrument().get();
        if (data == null || result == null || !workbench.shown().isOf(data)) {
            trades.of(null, "");
            chart.setEquity(null);
        } else {
            trades.of(result, data.instrument().symbol());
            chart.setEquity(new EquityPoints(result.equity()));
        }
    }

    private void showTrades(ChartTrades.Ready ready) {
        tradePlaces = ready.places();
        chart.setTrades(ready.marks());
        if (ready.late() && workbench.selectedTrade().get() >= 0) {
            selectTrade(workbench.selectedTrade().get());
        }
    }

    private void selectTrade(Number trade) {
        if (!model.replaying().get()
                && workbench.shown().isOf(model.instrument().get())) {
            chart.selectTrade(Arrays.binarySearch(tradePlaces, trade.intValue()));
        }
    }

    /// Returns the time in the middle, as a replay's start is typed.
    String middle() {
        TimeSpan span = chart.navigation().timesOnScreen();
        return span == null ? "" : typed((span.fromNs() + span.toNs()) / 2);
    }

    private String typed(long timeNs) {
        return workbench
                .preferred()
                .clock()
                .get()
                .formatLocal(timeNs)
                .substring(0, "2013-11-25T00:00".length())
                .replace('T', ' ');
    }

    void setTheme(ChartTheme theme) {
        extras.setTheme(theme);
    }

    /// What prices are shown as.
    BarKindChoice kinds() {
        return kinds;
    }

    /// Indicators, panes and other instruments.
    PaneMenu panes() {
        return panes;
    }

    ChartExtras extras() {
        return extras;
    }

    /// Whether the time that the market is closed has room.
    ClosedTime closedTime() {
        return closedTime;
    }

    private List<MenuItem> moreItems() {
        return Stream.concat(Stream.of(replayItem(), closedTime.item()), extras.items().stream())
                .toList();
    }

    private MenuItem replayItem() {
        long timeNs = chart.crosshair().lastBarTimeNs();
        boolean isNone = timeNs == ChartCrosshair.NO_TIME;
        MenuItem item = new MenuItem(isNone ? "Replay from here" : "Replay from " + typed(timeNs));
        item.setId("replay-here");
        item.setDisable(isNone || model.replaying().get());
        item.setOnAction(event -> workbench.startReplay(Times.format(timeNs)));
        return item;
    }

    /// Begins a replay with the bar under the crosshair or, where that is gone, under its last place.
    void replayFromCrosshair() {
        long timeNs = chart.crosshair().lastBarTimeNs();
        if (timeNs == ChartCrosshair.NO_TIME) {
            workbench.tasks().tell("There is nothing to replay yet: choose an instrument first, or import a file.");
        } else {
            workbench.startReplay(Times.format(timeNs));
        }
    }

    DrawingPane drawing() {
        return drawing;
    }

    PriceChart chart() {
        return chart;
    }
}
