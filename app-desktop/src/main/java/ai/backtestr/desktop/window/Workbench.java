package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.chart.StoredFlow;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.drawing.DrawingShelf;
import ai.backtestr.desktop.honesty.ReportMaker;
import ai.backtestr.desktop.replay.ReplayDesk;
import ai.backtestr.desktop.replay.ReplaySession;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.RunFacts;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.settings.StrategySettings;
import ai.backtestr.desktop.settings.WindowSettings;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.PortfolioCheck;
import ai.backtestr.desktop.workspace.PortfolioRequest;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.BarDataRun;
import ai.backtestr.engine.run.PathAssumption;
import ai.backtestr.engine.run.Portfolio;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What the window shows and what can be done in it, without any control.
///
/// Threads: all of it belongs to the FX thread; work goes through [Tasks] and comes back there.
final class Workbench {
    private static final double REST_MS = 5000;
    private static final int HASH_SHOWN = 8;

    private final Workspace workspace;
    private final Tasks tasks;
    private final StrategyForm form = new StrategyForm();
    private final Edits edits;
    private final RunKeeper keeper;
    private final StrategySources sources;
    private final Imports imports;
    private final RunHistory history;
    private final KeptRuns kept;
    private final UndoHistory undo;
    private final Subscription following;
    private final UndoableState<StrategySettings> parameters;
    private final ReplayDesk replay;
    private final BooleanProperty replaying = new SimpleBooleanProperty();
    private @Nullable BacktestRequest shown; // what the result came of, where the window asked for it
    private final BooleanProperty runOnChange = new SimpleBooleanProperty(true);
    private WindowSettings remembered = WindowSettings.DEFAULTS;
    private final ObservableList<StoredData> symbols = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable StoredData> symbol = new SimpleObjectProperty<>();
    private final Preferred preferred;
    private final Charts charts;
    private final DrawingShelf drawings;
    private final Moments moments = new Moments();
    private @Nullable StoredData runsOn; // what the latest run was asked for
    private @Nullable StoredData shownOf; // what the result on screen came of
    private @Nullable StoredData replayOf;
    private final ObjectProperty<@Nullable BacktestResult> result = new SimpleObjectProperty<>();
    private final PinnedRun pinned;
    private final IntegerProperty selectedTrade = new SimpleIntegerProperty(-1);

    /// @param typing how long to wait after a key before what is typed counts
    Workbench(Workspace workspace, Tasks tasks, Pause typing) {
        this.workspace = workspace;
        this.tasks = tasks;
        edits = new Edits(typing, this::changed);
        preferred = new Preferred(workspace, tasks, form);
        charts = new Charts(workspace, tasks, preferred::firstTimeframe);
        drawings = new DrawingShelf(workspace.home().drawings(), tasks::background, tasks::later, tasks::tellError);
        history = new RunHistory(workspace);
        kept = new KeptRuns(history, tasks);
        undo = new UndoHistory(tasks::tell);
        following = undo.beforeSteps(edits::settle);
        parameters = new UndoableState<>(undo, "parameters", form::typed, this::retype, new FxPause(0));
        form.onShown(parameters::begin);
        kept.onRemoved(runs -> undo.add("deletion of runs", () -> kept.bringBack(runs), () -> kept.remove(runs)));
        replay = new ReplayDesk(workspace, new ReplaysInWindow(this, tasks));
        keeper = new RunKeeper(history, tasks, new FxPause(REST_MS));
        imports = new Imports(workspace, tasks, (name, text) -> relist(name, () -> tasks.tell(text)));
        pinned = new PinnedRun(workspace, history, tasks);
        pinned().subscribe((before, now) -> keepIfPinned(now));
        form.onEdited(edits::edited);
        symbol.subscribe(this::symbolChanged);
        charts.onChange(this::chartsChanged);
        replaying.subscribe((before, now) -> charts.replay(now ? replayOf : null));
        sources = new StrategySources(workspace.strategies(), tasks, form, this::changed, this::settle);
        preferred.onStrategies(sources::use);
    }

    /// Goes on where an earlier session ended; to be called before [#start()].
    void recall(WindowSettings settings) {
        remembered = settings;
        runOnChange.set(settings.runOnChange());
        if (settings.strategy() != null) {
            form.recall(settings.strategy());
        }
    }

    /// Calls `listener` when something changes that [#recall] can bring back.
    void onChange(Runnable listener) {
        symbol.subscribe((before, now) -> listener.run());
        runOnChange.subscribe((before, now) -> listener.run());
        form.onChange(listener);
    }

    /// Shows a run and the instrument it was made on.
    void start(BacktestResult run) {
        form.show(requestOf(run), run.instrument());
        sources.read();
        relist(run.instrument().symbol(), () -> show(run, symbol.get()));
    }

    /// Shows what is stored; where nothing is, or just the sample, loads the sample and runs a backtest on it.
    void start() {
        sources.offer(this::startOnStored);
        pinned.recall(result);
    }

    private void startOnStored() {
        tasks.start(Tasks.Lane.STORE, listing(), stored -> {
            symbols.setAll(stored);
            if (stored.stream().allMatch(Workbench::isSample)) {
                loadSample();
            } else {
                charts.take(stored);
                if (symbol.get() == null) {
                    symbol.set(stored.getFirst());
                }
                kept.latest(1, this::showAgain);
            }
        });
    }

    /// Brings back the result that the last session ended with, unless the user did something else meanwhile.
    private void showAgain(List<StoredRun> latest) {
        boolean isIdle = result.get() == null && runsOn == null && !replaying.get();
        if (isIdle && latest.stream().anyMatch(this::isAsTyped)) {
            run();
        }
    }

    private boolean isAsTyped(StoredRun run) {
        StoredData chosen = symbol.get();
        return chosen != null
                && chosen.instrument().symbol().equals(run.run().symbol())
                && form.check()
                        .filter(spec -> spec.strategy().name().equals(run.run().strategy())
                                && spec.parameters().texts().equals(run.run().parameters()))
                        .isPresent();
    }

    /// Stores the sample, unless it is stored already, and runs a backtest on it.
    void loadSample() {
        tasks.start(Tasks.Lane.STORE, Sample.loadInto(workspace), this::showSample);
    }

    private void showSample(ImportReport loaded) {
        if (remembered.strategy() == null) {
            BacktestRequest request = Sample.backtest(loaded);
            form.show(request.spec());
            relist(Sample.SYMBOL, () -> run(request, symbol.get()));
        } else {
            relist(Sample.SYMBOL, this::run);
        }
    }

    private static boolean isSample(StoredData stored) {
        return stored.instrument().symbol().equals(Sample.SYMBOL);
    }

    /// Writes a strategy to begin with, and chooses it.
    void newStrategy(String name) {
        sources.create(name);
    }

    private BackgroundTask<List<StoredData>> listing() {
        return new BackgroundTask<>("Reading what is stored", control -> workspace.stored());
    }

    private void relist(String toSelect, Runnable then) {
        tasks.start(Tasks.Lane.STORE, listing(), stored -> {
            symbols.setAll(stored);
            charts.take(stored);
            stored.stream()
                    .filter(candidate -> candidate.instrument().symbol().equals(toSelect))
                    .findFirst()
                    .ifPresent(symbol::set);
            then.run();
        });
    }

    private void symbolChanged(@Nullable StoredData chosen) {
        edits.forget();
        ChartModel active = charts.active().get();
        if (chosen != null && !active.shows(chosen)) {
            active.open(chosen);
        }
    }

    /// The instrument of the active chart is the one chosen. A result, and a run and a replay under way, stay as
    /// long as a chart shows what they are of.
    private void chartsChanged() {
        symbol.set(charts.active().get().instrument().get());
        if (runsOn != null && !charts.show(runsOn) && !isShownInPart()) {
            tasks.cancel(Tasks.Lane.RUN);
        }
        if (shownOf != null && !charts.show(shownOf) && !isShownInPart()) {
            letGoOfResult();
        }
        if (replaying.get() && !charts.show(replayOf)) {
            replay.close();
        }
    }

    /// Tells whether a chart shows any instrument of the result on screen.
    private boolean isShownInPart() {
        return charts.all().stream()
                .anyMatch(chart -> isResultOf(chart.instrument().get()));
    }

    private void letGoOfResult() {
        shownOf = null;
        result.set(null);
        pinned().set(null);
        selectedTrade.set(-1);
    }

    /// Has what the user changed count now, without waiting for more.
    void settle() {
        edits.settle();
    }

    /// Brings back what was typed, as if it were typed again.
    private void retype(StrategySettings typed) {
        form.recall(typed);
        changed();
    }

    /// What was changed and can be undone.
    UndoHistory undoHistory() {
        return undo;
    }

    private void changed() {
        parameters.settle();
        if (runOnChange.get() && symbol.get() != null) {
            run();
        } else {
            StoredData main = mainOfRun();
            Optional<BacktestSpec> spec = form.check();
            if (main != null && spec.isPresent()) {
                form.portfolio().check(main, spec.get(), new PortfolioCheck(symbols));
            }
        }
    }

    /// Runs the strategy as the form has it on the symbol chosen. A run under way is cancelled; what it would
    /// replace stays on screen until there is a result. Nothing runs while a field does not fit.
    void run() {
        edits.forget();
        StoredData main = mainOfRun();
        if (main == null) {
            tasks.tell("Choose an instrument first, or import a file.");
            return;
        }
        Optional<BacktestSpec> spec = form.check();
        PortfolioForm.Checked several = spec.map(
                        known -> form.portfolio().check(main, known, new PortfolioCheck(symbols)))
                .orElse(PortfolioForm.Checked.PLAIN);
        if (spec.isPresent() && several.fits()) {
            BacktestRequest request = new BacktestRequest(
                    main.instrument().symbol(), TimeRange.ALL, spec.get(), main.recorded(), PathAssumption.NEAREST);
            run(request.withPortfolio(several.request()), main);
        } else {
            tasks.cancel(Tasks.Lane.RUN);
            tasks.tellError(spec.isEmpty() ? form.firstProblem() : several.problem());
        }
    }

    /// Returns the main instrument of the next run: that of the active chart or, where that is one of the further
    /// instruments, that of the run before.
    @Nullable
    StoredData mainOfRun() {
        StoredData chosen = symbol.get();
        StoredData before = shownOf;
        if (chosen == null || before == null || before.recorded() != null) {
            return chosen;
        }
        List<String> further = form.portfolio().symbols(form.strategy().get().definition());
        boolean isFurther = further.contains(chosen.instrument().symbol());
        return isFurther && !further.contains(before.instrument().symbol()) ? before : chosen;
    }

    private void run(BacktestRequest request, @Nullable StoredData data) {
        runsOn = data;
        tasks.start(Tasks.Lane.RUN, workspace.backtest(request), finished -> {
            shown = request;
            show(finished, data);
            keeper.finished(request, finished);
            tasks.tell(speed(finished));
        });
    }

    private void show(BacktestResult finished, @Nullable StoredData data) {
        selectedTrade.set(-1);
        BacktestResult before = pinned().get();
        if (before != null
                && !before.instrument().symbol().equals(finished.instrument().symbol())) {
            pinned().set(null); // it is of another instrument
        }
        shownOf = data;
        result.set(finished);
    }

    /// Runs a kept run again, from its manifest, and shows it. The form shows what it has fields for; the run
    /// has all of its settings.
    void open(StoredRun run) {
        RunManifest manifest = RunHistory.manifest(run);
        BackgroundTask<BacktestRequest> reading =
                new BackgroundTask<>("Opening run " + run.id(), control -> history.request(manifest));
        tasks.start(Tasks.Lane.STORE, reading, request -> {
            symbols.stream()
                    .filter(data -> data.instrument().symbol().equals(request.symbol())
                            && (request.recorded() == null || request.recorded().equals(data.recorded())))
                    .findFirst()
                    .ifPresent(symbol::set);
            StoredData data = symbol.get();
            if (data == null) {
                return;
            }
            form.show(request, data.instrument());
            runsOn = data;
            tasks.start(Tasks.Lane.RUN, workspace.backtest(request), again -> {
                shown = request;
                show(again, data);
                tasks.tell(sameOrNot(run, again));
            });
        });
    }

    /// Begins a replay of the instrument and strategy chosen, from all ticks stored, at `moment`.
    void startReplay(String moment) {
        StoredData chosen = symbol.get();
        Optional<BacktestSpec> spec = form.check();
        if (chosen == null || spec.isEmpty()) {
            tasks.tellError(chosen == null ? "Choose an instrument first, or import a file." : form.firstProblem());
            return;
        }
        PortfolioForm.Checked several = form.portfolio().check(chosen, spec.get(), new PortfolioCheck(symbols));
        if (!several.fits() || several.request() != null) {
            tasks.tellError("A replay plays one instrument in its own currency; clear 'Trade also' and 'Currency', or"
                    + " choose a strategy that trades one instrument.");
            return;
        }
        tasks.cancel(Tasks.Lane.RUN);
        result.set(null); // it would tell what is still to come
        replayOf = chosen;
        Timeframe shortest = charts.all().stream()
                .filter(chart -> chart.shows(chosen))
                .map(chart -> chart.timeframe().get())
                .min(Comparator.naturalOrder())
                .orElse(Timeframe.ONE_MINUTE);
        List<Timeframe> timeframes = ChartTimeframes.offered().stream()
                .filter(offered -> offered.compareTo(shortest) >= 0 || offered.compareTo(Timeframe.ONE_MINUTE) >= 0)
                .toList();
        replay.start(
                new BacktestRequest(
                        chosen.instrument().symbol(), TimeRange.ALL, spec.get().withChartTimeframes(timeframes)),
                moment);
    }

    /// Shows what came of a replay, and keeps it.
    void showReplayed(ReplaySession.Outcome outcome) {
        show(outcome.result(), replayOf);
        keeper.finished(outcome.request(), outcome.result());
        keeper.keep();
    }

    private static String sameOrNot(StoredRun run, BacktestResult again) {
        return again.resultHash().equals(run.run().resultHash())
                ? "Run " + run.id() + " again: the same result to the last fill."
                : "Run " + run.id() + " again: the result differs from the one kept; 'backtestr rerun " + run.id()
                        + "' tells why.";
    }

    /// Returns what the result on screen came of; of one that the window was opened with, all its ticks.
    private BacktestRequest requestOf(BacktestResult result) {
        BacktestRequest known = shown;
        if (known != null) {
            return known;
        }
        BarDataRun barData = result.barData();
        return new BacktestRequest(
                result.instrument().symbol(),
                TimeRange.ALL,
                result.spec(),
                barData == null ? null : barData.timeframe(),
                barData == null ? PathAssumption.NEAREST : barData.path(),
                result.portfolio() == null ? null : PortfolioRequest.of(result.portfolio()));
    }

    /// Writes a report on the result on screen among the results in the home folder, with all checks.
    ///
    /// @param onWritten hears of its page
    void report(Consumer<Path> onWritten) {
        BacktestResult result = this.result.get();
        if (result == null) {
            return;
        }
        BacktestRequest request = requestOf(result);
        String name = request.symbol() + "-" + request.spec().strategy().name() + "-"
                + result.resultHash().substring(0, HASH_SHOWN);
        Path folder = workspace.home().results().resolve(name);
        tasks.start(Tasks.Lane.REPORT, ReportMaker.making(workspace, request, folder), page -> {
            tasks.tell("The report is written: " + page);
            onWritten.accept(page);
        });
    }

    /// Explains the fills that a trade of the result on screen was entered and left by.
    ///
    /// @param trade its place in the result
    /// @param onText hears of the explanation
    void explain(int trade, Consumer<String> onText) {
        BacktestResult result = this.result.get();
        if (result != null && trade >= 0 && trade < result.trades().size()) {
            tasks.start(
                    Tasks.Lane.EXPLANATION, TradeExplanation.of(workspace, requestOf(result), result, trade), onText);
        }
    }

    private void keepIfPinned(@Nullable BacktestResult now) {
        if (now != null) {
            keeper.keep();
        }
    }

    /// Keeps the run that the user leaves on screen, and watches sources no longer.
    void leave() {
        pinned.leave();
        following.unsubscribe();
        sources.close();
        replay.close();
        charts.close();
        drawings.save();
        keeper.close();
    }

    /// Changes what is assumed of an instrument, and shows it.
    void changeInstrument(Instrument instrument) {
        BackgroundTask<Instrument> changing = new BackgroundTask<>("Changing " + instrument.symbol(), control -> {
            workspace.store().changeInstrument(instrument);
            return instrument;
        });
        tasks.start(
                Tasks.Lane.STORE,
                changing,
                changed -> relist(
                        changed.symbol(),
                        () -> tasks.tell(changed.symbol() + " is changed; runs use it from now on.")));
    }

    private static String speed(BacktestResult run) {
        BarDataRun barData = run.barData();
        String kind = barData == null ? "ticks" : "bars";
        String speed = FigureText.count(run.ticks()) + " " + kind + " in "
                + FigureText.count(run.elapsedNs() / 1_000_000) + " ms, "
                + FigureText.count(Math.round(run.ticksPerSecond())) + " a second";
        return barData == null
                ? speed
                : speed + "; bar data " + barData.timeframe() + ", path assumption " + barData.path() + ": "
                        + RunFacts.dependence(barData);
    }

    /// The sources of the user's own strategies.
    StrategySources sources() {
        return sources;
    }

    /// What the user prefers.
    Preferred preferred() {
        return preferred;
    }

    /// The open home folder.
    Workspace workspace() {
        return workspace;
    }

    /// What imports files, and shows what was imported.
    Imports imports() {
        return imports;
    }

    /// Selects the trade after the one selected, or before it.
    void stepTrade(int step) {
        BacktestResult shown = result.get();
        if (shown != null && !shown.trades().isEmpty()) {
            int last = shown.trades().size() - 1;
            selectedTrade.set(Math.clamp(selectedTrade.get() + step, 0, last));
        }
    }

    ObservableList<StoredData> symbols() {
        return symbols;
    }

    ObjectProperty<@Nullable StoredData> symbol() {
        return symbol;
    }

    /// All charts.
    Charts charts() {
        return charts;
    }

    /// The bars of the active chart.
    ObjectProperty<Timeframe> timeframe() {
        return charts.active().get().timeframe();
    }

    /// The ticks that the active chart reads as it needs them; null where it shows bars.
    ObjectProperty<@Nullable StoredHistory> tickHistory() {
        return charts.active().get().tickHistory();
    }

    /// The bars of the active chart that have been loaded; null where it shows a history.
    ObjectProperty<@Nullable BarSeries> bars() {
        return charts.active().get().bars();
    }

    /// Tells whether the result on screen is of that data, among others.
    boolean isResultOf(@Nullable StoredData data) {
        if (data == null || data.equals(shownOf)) {
            return data != null;
        }
        BacktestResult shown = result.get();
        Portfolio portfolio = shown == null ? null : shown.portfolio();
        return portfolio != null
                && data.recorded() == null
                && portfolio.instruments().stream()
                        .anyMatch(traded -> traded.instrument()
                                .symbol()
                                .equals(data.instrument().symbol()));
    }

    ObjectProperty<@Nullable BacktestResult> result() {
        return result;
    }

    /// The result that others are compared with; null for none.
    ObjectProperty<@Nullable BacktestResult> pinned() {
        return pinned.property();
    }

    /// Whether each change is run at once.
    BooleanProperty runOnChange() {
        return runOnChange;
    }

    /// Place of a trade in the result, -1 for none.
    IntegerProperty selectedTrade() {
        return selectedTrade;
    }

    /// The runs that are kept.
    KeptRuns kept() {
        return kept;
    }

    /// What watches how the program performs; null for nothing.
    @Nullable
    Monitor monitor() {
        return workspace.monitor();
    }

    /// Returns the ticks of an instrument as bought and sold; whoever asks closes it.
    StoredFlow flow(Instrument instrument) {
        return workspace.flow(instrument);
    }

    /// What links charts and tables.
    Moments moments() {
        return moments;
    }

    /// What was drawn on charts.
    DrawingShelf drawings() {
        return drawings;
    }

    ReplayDesk replay() {
        return replay;
    }

    /// Whether the chart is a replay's.
    BooleanProperty replaying() {
        return replaying;
    }

    StrategyForm form() {
        return form;
    }

    Tasks tasks() {
        return tasks;
    }
}
