package ai.backtestr.desktop.workspace;

import ai.backtestr.data.cache.CacheSnapshot;
import ai.backtestr.data.cache.MemoryPressure;
import ai.backtestr.data.cache.TickPages;
import ai.backtestr.data.store.PagesProgress;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.chart.StoredFlow;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.home.LogFile;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.desktop.userstrategy.StrategyLibrary;
import ai.backtestr.engine.bar.BarDataSource;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.engine.time.Times;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An open home folder and the work that can be done in it, each piece as a task. The window and the command
/// line both work through this.
///
/// Any thread may ask for tasks and run them, several at a time. Close it after they have ended.
public final class Workspace implements AutoCloseable {
    private static final String TICKS = "ticks";
    private static final long ENOUGH_PAGES = 2000;

    private final HomeFolder home;
    private final LogFile log;
    private final TickStore store;
    private final StrategyLibrary strategies;
    private volatile RunResources resources = RunResources.DEFAULT;

    private Workspace(HomeFolder home, LogFile log, TickStore store) {
        this.home = home;
        this.log = log;
        this.store = store;
        strategies = new StrategyLibrary(home.strategies(), home.sessions());
    }

    /// Opens a home folder, made if it does not exist.
    ///
    /// @throws ProblemException if it cannot be written
    /// @throws ai.backtestr.data.store.StoreException if its database cannot be used
    public static Workspace open(HomeFolder home) {
        LogFile log = LogFile.open(home);
        try {
            return new Workspace(home, log, TickStore.open(home.path()));
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /// Returns the home folder.
    public HomeFolder home() {
        return home;
    }

    /// Returns the log, which is the workspace's to close.
    public LogFile log() {
        return log;
    }

    /// Returns the ticks. They are the workspace's to close.
    public TickStore store() {
        return store;
    }

    /// Returns the strategies there are.
    public StrategyLibrary strategies() {
        return strategies;
    }

    /// Returns what is stored: by symbol, of each its ticks, then its bar data, the shortest first.
    public List<StoredData> stored() {
        return Stream.concat(
                        store.symbols().stream().map(StoredData::of),
                        store.bars().all().stream().map(StoredData::of))
                .sorted(Comparator.comparing(data -> data.instrument().symbol()))
                .toList();
    }

    /// Returns the ticks of `symbol` or, where it has none, its shortest bars.
    ///
    /// @throws ai.backtestr.data.store.StoreException if nothing is stored
    public StoredData stored(String symbol) {
        return data(symbol, null, data -> true);
    }

    /// Returns the bar data asked for or, where none is, the ticks or, where there are none, the longest bar
    /// data that fits, else the shortest.
    StoredData data(String symbol, @Nullable Timeframe recorded, Predicate<StoredData> fits) {
        List<StoredData> all = stored().stream()
                .filter(data -> data.instrument().symbol().equals(symbol))
                .toList();
        if (all.isEmpty()) {
            // The store knows best how to say that, and what the user may have meant.
            store.ticks(symbol, Long.MIN_VALUE, Long.MAX_VALUE).close();
            throw new IllegalStateException(symbol + " is known and nothing of it is stored");
        }
        if (recorded != null) {
            return all.stream()
                    .filter(data -> recorded.equals(data.recorded()))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(symbol + " has no " + recorded + " bars; there are "
                            + all.stream().map(StoredData::kind).collect(Collectors.joining(", "))));
        }
        StoredData first = all.getFirst();
        return first.recorded() == null
                ? first
                : all.reversed().stream().filter(fits).findFirst().orElse(first);
    }

    /// Returns what imports and generates.
    public Storing storing() {
        return new Storing(store);
    }

    /// Runs a backtest.
    public BackgroundTask<BacktestResult> backtest(BacktestRequest request) {
        return backtest(request, RunWatch.NONE);
    }

    /// Runs a backtest that is watched while it goes on.
    public BackgroundTask<BacktestResult> backtest(BacktestRequest request, RunWatch watch) {
        String title = request.spec().strategy().title() + " on " + request.symbol();
        PortfolioRequest portfolio = request.portfolio();
        return new BackgroundTask<>(
                title,
                control -> portfolio == null
                        ? new BacktestRuns(this, resources, watch).run(request, control)
                        : new PortfolioRuns(this, resources, watch)
                                .run(request, portfolio, control)
                                .orElseThrow(Workspace::cancellation));
    }

    /// Builds bars.
    public BackgroundTask<BarSeries> bars(BarRequest request) {
        String title = request.timeframe() + " bars of " + request.symbol();
        return new BackgroundTask<>(title, control -> new BarMaking(this).make(request, control));
    }

    /// Has the backtests to come use their threads, and be watched, as `other` says.
    public void use(RunResources other) {
        Monitor monitor = other.monitor();
        if (monitor != null) {
            monitor.watch(Metric.HIT_RATIO, this::hitPercent);
            monitor.watch(Metric.OFF_HEAP, () -> store.pageCache().bytes());
            monitor.watch(Metric.MEMORY, MemoryPressure.ofThisMachine()::percent);
            store.tellTimes(
                    nanoseconds -> monitor.record(Metric.DISK, nanoseconds),
                    nanoseconds -> monitor.record(Metric.QUERY, nanoseconds));
        }
        resources = other;
    }

    /// Returns what watches the backtests; null for nothing.
    public @Nullable Monitor monitor() {
        return resources.monitor();
    }

    /// Returns the share of pages found decoded, in percent; `NaN` as long as so few were asked for that most were
    /// asked for the first time.
    private double hitPercent() {
        CacheSnapshot cache = store.pageCache();
        return cache.hits() + cache.misses() < ENOUGH_PAGES ? Double.NaN : 100 * cache.hitRatio();
    }

    /// Returns the same request with bars of a length that show all of it well in one chart.
    public BacktestRequest withChartBars(BacktestRequest request) {
        StoredData stored = data(request.symbol(), request.recorded(), any -> false);
        long lengthNs = request.range().lengthWithin(stored.firstNs(), stored.lastNs());
        Timeframe fitting = ChartTimeframes.fitting(lengthNs, stored.recorded());
        return request.withSpec(request.spec().withChartTimeframes(List.of(fitting)));
    }

    /// Tells whether bars are made of ticks rather than of recorded bars.
    ///
    /// @throws ai.backtestr.data.store.StoreException if nothing is stored of the symbol
    public boolean makesOfTicks(BarRequest request) {
        return data(request.symbol(), request.recorded(), any -> true).recorded() == null;
    }

    /// Opens all ticks of a symbol for a chart, without reading them; segments that are missing are made first.
    /// Empty if they are a mixture of quotes and trades, of which bars have to be made first. Whoever asks
    /// closes it.
    public BackgroundTask<Optional<StoredHistory>> history(String symbol) {
        return new BackgroundTask<>("Opening " + symbol, control -> {
            TickPages pages = store.pages(symbol, watchedBy(control));
            if (!StoredHistory.isOfOneKind(pages)) {
                pages.close();
                return Optional.empty();
            }
            StoredHistory history = new StoredHistory(pages);
            if (control.isCancelled()) {
                history.close();
                throw cancellation();
            }
            return Optional.of(history);
        });
    }

    /// Opens all ticks of a symbol at any place; segments that are missing are made first. Whoever asks closes them.
    ///
    /// @param control hears how far it is, and stops it
    public TickPages pages(String symbol, TaskControl control) {
        return store.pages(symbol, watchedBy(control));
    }

    /// Reads what is known of stored data beside its extent.
    public BackgroundTask<DataFacts> facts(StoredData data) {
        return new BackgroundTask<>("Looking at " + data.instrument().symbol(), control -> DataFacts.of(store, data));
    }

    /// Looks through all of some stored data for places that stand out.
    public BackgroundTask<DataQuality> quality(StoredData data) {
        String symbol = data.instrument().symbol();
        return new BackgroundTask<>(
                "Looking through the " + data.kind() + " of " + symbol,
                control -> DataQuality.of(store, data, watchedBy(control)));
    }

    /// Returns the ticks of an instrument as bought and sold, opened when they are first asked for. Whoever asks
    /// closes it.
    public StoredFlow flow(Instrument instrument) {
        return new StoredFlow(instrument, () -> store.pages(instrument.symbol(), PagesProgress.NONE));
    }

    private static PagesProgress watchedBy(TaskControl control) {
        return new PagesProgress() {
            @Override
            public void update(long ticks, long ofTicks) {
                control.report(new TaskProgress(ticks, ofTicks, TICKS));
            }

            @Override
            public boolean cancelled() {
                return control.isCancelled();
            }
        };
    }

    /// Opens the recorded bars of that range; whoever asks closes them.
    ///
    /// @throws ProblemException if there are none in it
    public BarDataSource open(String symbol, Timeframe recorded, TimeRange range) {
        BarDataSource source = store.bars().open(symbol, recorded, range.fromNs(), range.toNs());
        if (source.barCount() == 0) {
            source.close();
            StoredData stored = data(symbol, recorded, any -> true);
            throw new ProblemException(symbol + " has no " + recorded + " bars from " + range + "; there are some from "
                    + Times.format(stored.firstNs()) + " to " + Times.format(stored.lastNs()));
        }
        return source;
    }

    /// Opens the ticks of that range; whoever asks closes them.
    ///
    /// @throws ProblemException if there are none in it
    public TickSource open(String symbol, TimeRange range) {
        TickSource source = store.ticks(symbol, range.fromNs(), range.toNs());
        if (source.tickCount() == 0) {
            source.close();
            StoredData stored = stored(symbol);
            throw new ProblemException(symbol + " has no ticks from " + range + "; there are some from "
                    + Times.format(stored.firstNs()) + " to " + Times.format(stored.lastNs()));
        }
        return source;
    }

    static CancellationException cancellation() {
        return new CancellationException("cancelled");
    }

    /// Closes the database and the log.
    @Override
    public void close() {
        try (log) {
            store.close();
        }
    }
}
