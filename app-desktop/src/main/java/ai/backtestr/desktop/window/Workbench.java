package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.chart.StoredFlow;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.drawing.DrawingShelf;
import ai.backtestr.desktop.replay.ReplayDesk;
import ai.backtestr.desktop.replay.ReplaySession;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunManifest;
import ai.backtestr.desktop.sample.Sample;
import ai.backtestr.desktop.settings.StrategySettings;
import ai.backtestr.desktop.settings.WindowSettings;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.PortfolioCheck;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
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

    private final Workspace workspace;
    private final Tasks tasks;
    private final StrategyForm form = new StrategyForm();
    private final Edits edits;
    private final RunKeeper keeper;
    private final StrategySources sources;
    private final Imports imports;
    private final Notices notices = new Notices();
    private final RunHistory history;
    private final KeptRuns kept;
    private final UndoHistory undo;
    private final Subscription following;
    private final UndoableState<StrategySettings> parameters;
    private final ReplayDesk replay;
    private final BooleanProperty replaying = new SimpleBooleanProperty();
    private final BooleanProperty runOnChange = new SimpleBooleanProperty(true);
    private WindowSettings remembered = WindowSettings.DEFAULTS;
    private final ObservableList<StoredData> symbols = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable StoredData> symbol = new SimpleObjectProperty<>();
    private final Preferred preferred;
    private final Charts charts;
    private final DrawingShelf drawings;
    private final Moments moments = new Moments();
    private @Nullable StoredData runsOn; // what the latest run was asked for
    private @Nullable StoredData replayOf;
    private final ShownRun shown;
    private final LiveRun live;
    private final PinnedRun pinned;

    /// @param typing how long to wait after a key before what is typed counts
    Workbench(Workspace workspace, Tasks tasks, Pause typing) {
        this.workspace = workspace;
        this.tasks = tasks;
        edits = new Edits(typing, this::changed);
        preferred = new Preferred(workspace, tasks, form);
        charts = new Charts(workspace, tasks, preferred::firstTimeframe);
        drawings = new DrawingShelf(workspace.home().drawings(), tasks::background, tasks::later, tasks::tellError);
        history = new RunHistory(workspace);
        kept = new KeptRuns(workspace, history, tasks);
        undo = new UndoHistory(tasks::tell);
        following = undo.beforeSteps(edits::settle);
        parameters = new UndoableState<>(undo, "parameters", form::typed, this::retype, new FxPause(0));
        form.onShown(parameters::begin);
        kept.onRemoved(runs -> undo.add("deletion of runs", () -> kept.bringBack(runs), () -> kept.remove(runs)));
        replay = new ReplayDesk(workspace, new ReplaysInWindow(this, tasks));
        keeper = new RunKeeper(history, tasks, new FxPause(REST_MS));
        imports = new Imports(workspace, tasks, notices, (name, text) -> relist(name, () -> tasks.tell(text)));
        pinned = new PinnedRun(workspace, history, tasks);
        shown = new ShownRun(workspace, tasks, pinned.property());
        live = new LiveRun(workspace, tasks, shown);
        pinned().subscribe((before, now) -> keepIfPinned(now));
        form.onEdited(edits::edited);
        preferred.clock().subscribe(form::setClock);
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
        shown.result().subscribe((before, now) -> listener.run());
        form.onChange(listener);
    }

    /// Shows a run and the instrument it was made on.
    void start(BacktestResult run) {
        form.show(shown.requestOf(run), run.instrument());
        sources.read();
        relist(run.instrument().symbol(), () -> shown.show(run, symbol.get(), null));
    }

    /// Shows what is stored; where nothing is, or just the sample, loads the sample and runs a backtest on it.
    void start() {
        sources.offer(this::startOnStored);
        pinned.recall(shown.result());
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
                kept.latest(Integer.MAX_VALUE, this::showAgain);
            }
        });
    }

    /// Brings back the result that the last session ended with, unless the user did something else meanwhile.
    private void showAgain(List<StoredRun> latest) {
        if (latest.isEmpty() || !isIdle()) {
            return;
        }
        Optional<StoredRun> left = latest.stream()
                .filter(run -> run.run().resultHash().equals(remembered.run()))
                .findFirst();
        if (isAsTyped(left.orElse(latest.getFirst()))) {
            run();
        } else {
            left.ifPresent(this::showKept);
        }
    }

    private boolean isIdle() {
        return shown.result().get() == null && runsOn == null && !replaying.get();
    }

    /// Makes an older run again and shows it, beside what is typed.
    private void showKept(StoredRun run) {
        BackgroundTask<BacktestRequest> reading =
                new BackgroundTask<>("Opening run " + run.id(), control -> history.request(RunHistory.manifest(run)));
        tasks.start(Tasks.Lane.STORE, reading, request -> {
            StoredData data = dataOf(request);
            if (isIdle() && data != null && charts.show(data)) {
                runsOn = data;
                live.start(request, data, again -> tasks.tell(RunText.sameOrNot(run, again)));
            }
        });
    }

    private @Nullable StoredData dataOf(BacktestRequest request) {
        return symbols.stream()
                .filter(data -> data.instrument().symbol().equals(request.symbol())
                        && (request.recorded() == null || request.recorded().equals(data.recorded())))
                .findFirst()
                .orElse(null);
    }

    /// Returns the hash of the result on screen; null for none.
    @Nullable
    String shownHash() {
        BacktestResult now = shown.result().get();
        return now == null ? null : now.resultHash();
    }

    private boolean isAsTyped(StoredRun run) {
        StoredData chosen = symbol.get();
        BacktestRequest typed = chosen == null ? null : typed(chosen).request();
        return chosen != null && typed != null && RunHistory.manifest(run).isOf(typed, chosen.instrument());
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
            live.cancel();
        }
        StoredData of = shown.data();
        if (of != null && !charts.show(of) && !isShownInPart()) {
            shown.letGo();
        }
        if (replaying.get() && !charts.show(replayOf)) {
            replay.close();
        }
    }

    /// Tells whether a chart shows any instrument of the result on screen.
    private boolean isShownInPart() {
        return charts.all().stream()
                .anyMatch(chart -> shown.isOf(chart.instrument().get()));
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

    /// Cancels everything under way.
    void cancelAll() {
        live.cancel();
        tasks.cancelAll();
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
            if (main == null) {
                form.check();
            } else {
                typed(main);
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
        RunForm.Checked typed = typed(main);
        if (typed.request() == null) {
            live.cancel();
            tasks.tellError(typed.problem());
        } else {
            run(typed.request(), main);
        }
    }

    /// Reads what is typed in all fields, and tells each what is wrong with it.
    private RunForm.Checked typed(StoredData main) {
        Optional<BacktestSpec> spec = form.check();
        if (spec.isEmpty()) {
            return new RunForm.Checked(null, form.firstProblem());
        }
        RunForm.Checked checked = form.run().check(main, spec.get());
        if (checked.request() == null) {
            return checked;
        }
        PortfolioForm.Checked several = form.portfolio().check(main, checked.request(), new PortfolioCheck(symbols));
        return several.fits()
                ? new RunForm.Checked(checked.request().withPortfolio(several.request()), "")
                : new RunForm.Checked(null, several.problem());
    }

    /// Returns the main instrument of the next run: that of the active chart or, where that is one of the further
    /// instruments, that of the run before.
    @Nullable
    StoredData mainOfRun() {
        StoredData chosen = symbol.get();
        StoredData before = shown.data();
        if (chosen == null || before == null || before.recorded() != null) {
            return chosen;
        }
        List<String> further = form.portfolio().symbols(form.strategy().get().definition());
        boolean isFurther = further.contains(chosen.instrument().symbol());
        return isFurther && !further.contains(before.instrument().symbol()) ? before : chosen;
    }

    private void run(BacktestRequest request, @Nullable StoredData data) {
        runsOn = data;
        live.start(request, data, finished -> {
            keeper.finished(request, finished);
            tasks.tell(RunText.speed(finished));
        });
    }

    /// Runs a kept run again, from its manifest, and shows it. The form shows what it has fields for; the run
    /// has all of its settings.
    void open(StoredRun run) {
        RunManifest manifest = RunHistory.manifest(run);
        BackgroundTask<BacktestRequest> reading =
                new BackgroundTask<>("Opening run " + run.id(), control -> history.request(manifest));
        tasks.start(Tasks.Lane.STORE, reading, request -> {
            StoredData of = dataOf(request);
            if (of != null) {
                symbol.set(of);
            }
            StoredData data = symbol.get();
            if (data == null) {
                return;
            }
            form.show(request, data.instrument());
            runsOn = data;
            live.start(request, data, again -> tasks.tell(RunText.sameOrNot(run, again)));
        });
    }

    /// Begins a replay of the instrument and strategy chosen, from all ticks stored, at `moment`.
    void startReplay(String moment) {
        StoredData chosen = symbol.get();
        RunForm.Checked typed = chosen == null
                ? new RunForm.Checked(null, "Choose an instrument first, or import a file.")
                : typed(chosen);
        BacktestRequest request = typed.request();
        if (chosen == null || request == null) {
            tasks.tellError(typed.problem());
            return;
        }
        if (request.portfolio() != null) {
            tasks.tellError("A replay plays one instrument in its own currency; clear 'Trade also' and 'Currency', or"
                    + " choose a strategy that trades one instrument.");
            return;
        }
        live.cancel();
        shown.hide(); // it would tell what is still to come
        replayOf = chosen;
        List<Timeframe> timeframes = ReplayTimeframes.of(charts.all().stream()
                .filter(chart -> chart.shows(chosen))
                .map(chart -> chart.timeframe().get())
                .toList());
        replay.start(
                new BacktestRequest(
                        chosen.instrument().symbol(),
                        TimeRange.ALL,
                        request.spec().withChartTimeframes(timeframes)),
                moment);
    }

    /// Shows what came of a replay, and keeps it.
    void showReplayed(ReplaySession.Outcome outcome) {
        shown.show(outcome.result(), replayOf, outcome.request());
        keeper.finished(outcome.request(), outcome.result());
        keeper.keep();
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

    /// What the user is told and may answer.
    Notices notices() {
        return notices;
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

    /// The run on screen.
    ShownRun shown() {
        return shown;
    }

    ReadOnlyObjectProperty<@Nullable BacktestResult> result() {
        return shown.result();
    }

    /// The result on screen, or as much as there is of it while the run goes on.
    ReadOnlyObjectProperty<@Nullable BacktestResult> seen() {
        return shown.seen();
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
        return shown.selectedTrade();
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
