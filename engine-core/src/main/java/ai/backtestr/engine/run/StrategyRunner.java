package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.MarginLevel;
import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.BarIndicator;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.AtrRange;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategySetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Stands between the engine and a strategy: gives it what it asked for, calls it, and passes its orders on. Engine
/// thread only.
final class StrategyRunner implements Execution.Listener {
    private final String name;
    private final Strategy strategy;
    private final Timers timers;
    private final Context context;
    private final AtrFeeds ranges;
    private final Setup setup;
    private List<BarFeed> feeds = List.of();
    private boolean listensToTicks;
    private long tick;

    /// Makes the strategy of a run on one instrument and prepares it.
    StrategyRunner(
            BacktestSpec spec,
            BarPlan plan,
            Market market,
            Account account,
            MarginLevel margin,
            OrderMatcher matcher,
            AtrFeeds ranges) {
        this(
                spec.strategy().name(),
                spec.strategy().create(spec.parameters()),
                plan,
                new Context(
                        plan.instrument(),
                        market,
                        account,
                        new LoneAccount(plan.instrument(), market, account, margin),
                        matcher,
                        new Timers(),
                        List.of()),
                ranges);
        if (spec.strategy().instruments() > 1) {
            throw new IllegalArgumentException(name + " trades "
                    + spec.strategy().instruments() + " instruments together; name the others, with 'run' by --also");
        }
        strategy.prepare(setup);
        prepared(spec.execution());
    }

    /// Stands between the engine and a strategy as to one of its instruments; it is still to be prepared.
    StrategyRunner(String name, Strategy strategy, BarPlan plan, Context context, AtrFeeds ranges) {
        this.name = name;
        this.strategy = strategy;
        this.context = context;
        this.ranges = ranges;
        timers = context.timers();
        setup = new Setup(plan, ranges);
    }

    /// Prepares a strategy that trades the instruments of `runners` together, the main one first.
    static void prepare(List<StrategyRunner> runners) {
        List<Setup> setups = runners.stream().map(runner -> runner.setup).toList();
        setups.forEach(setup -> setup.all = setups);
        StrategyRunner main = runners.getFirst();
        main.strategy.prepare(main.setup);
    }

    /// Takes over what the strategy has asked for, and asks for what `model` needs.
    void prepared(ExecutionModel model) {
        feeds = List.copyOf(setup.feeds.values());
        listensToTicks = setup.listensToTicks;
        AtrRange slippage = model.slippage().neededRange();
        if (slippage != null) {
            ranges.add(slippage, setup.plan);
        }
    }

    boolean listensToTicks() {
        return listensToTicks;
    }

    /// Returns what the strategy sees and does.
    StrategyContext context() {
        return context;
    }

    /// Returns the indicators it asked for, shortest timeframe first, with their values after the last closed bar.
    List<RunState.IndicatorNow> indicatorValues() {
        return feeds.stream().flatMap(BarFeed::indicatorValues).toList();
    }

    Timers timers() {
        return timers;
    }

    /// Tells which tick is being taken in, for what the strategy may throw on hearing of its orders.
    void atTick(long tickNumber) {
        tick = tickNumber;
    }

    void onStart() {
        tick = 1;
        timers.begin();
        try {
            strategy.onStart(context);
        } catch (RuntimeException | Error e) {
            throw failure(e);
        }
    }

    void onStop() {
        try {
            strategy.onStop(context);
        } catch (RuntimeException | Error e) {
            throw failure(e);
        }
    }

    /// Wakes the strategy for every timer that is due by `timeNs`, earliest first.
    void onTimers(long tickNumber, long timeNs) {
        tick = tickNumber;
        try {
            while (timers.isDue(timeNs)) {
                strategy.onTimer(timers.next(), context);
            }
        } catch (RuntimeException | Error e) {
            throw failure(e);
        }
    }

    /// Brings the indicators up to date with the bars that have just closed, then tells the strategy of each.
    void onBarsClosed(long tickNumber) {
        takeInClosedBars();
        tellOfClosedBars(tickNumber);
    }

    /// Brings the indicators up to date with the bars that have just closed.
    void takeInClosedBars() {
        for (int i = 0; i < feeds.size(); i++) {
            feeds.get(i).takeInClosed();
        }
        if (!ranges.isEmpty()) {
            ranges.takeInClosed();
            context.matcher().onRanges();
        }
    }

    /// Tells the strategy of the bars that have just closed and were taken in.
    void tellOfClosedBars(long tickNumber) {
        tick = tickNumber;
        try {
            for (int i = 0; i < feeds.size(); i++) {
                BarFeed feed = feeds.get(i);
                if (feed.hasClosed) {
                    strategy.onBar(feed.series, context);
                }
            }
        } catch (RuntimeException | Error e) {
            throw failure(e);
        }
    }

    void onTick(long tickNumber) {
        tick = tickNumber;
        try {
            strategy.onTick(context);
        } catch (RuntimeException | Error e) {
            throw failure(e);
        }
    }

    @Override
    public void onFill(Fill fill) {
        try {
            strategy.onFill(fill, context);
        } catch (RuntimeException | Error e) {
            throw failure(e);
        }
    }

    @Override
    public void onOrder(Order order, OrderEvent event) {
        try {
            strategy.onOrder(order, event, context);
        } catch (RuntimeException | Error e) {
            throw failure(e);
        }
    }

    private StrategyException failure(Throwable e) {
        if (e instanceof OutOfMemoryError outOfMemory) {
            throw outOfMemory; // no fault of the strategy alone
        }
        return new StrategyException(name, tick, context.timeNs(), e);
    }

    /// A series the strategy asked for and the indicators on it.
    private static final class BarFeed {
        final BarSeries series;
        final List<BarIndicator> indicators = new ArrayList<>();
        boolean hasClosed;
        private int seen;

        BarFeed(BarSeries series) {
            this.series = series;
        }

        Stream<RunState.IndicatorNow> indicatorValues() {
            return indicators.stream().map(indicator -> RunState.IndicatorNow.of(series.timeframe(), indicator));
        }

        void takeInClosed() {
            int count = series.count();
            hasClosed = count > seen;
            for (; seen < count; seen++) {
                for (int i = 0; i < indicators.size(); i++) {
                    indicators.get(i).onBar(series, seen);
                }
            }
        }
    }

    private static final class Setup implements StrategySetup {
        final SortedMap<Timeframe, BarFeed> feeds = new TreeMap<>();
        boolean listensToTicks;
        List<Setup> all = List.of(this);
        private final BarPlan plan;
        private final AtrFeeds ranges;

        Setup(BarPlan plan, AtrFeeds ranges) {
            this.plan = plan;
            this.ranges = ranges;
        }

        @Override
        public Instrument instrument() {
            return plan.instrument();
        }

        @Override
        public int instruments() {
            return all.size();
        }

        @Override
        public StrategySetup of(int index) {
            return all.get(Objects.checkIndex(index, all.size()));
        }

        @Override
        public BarSeries bars(Timeframe timeframe) {
            return feed(timeframe).series;
        }

        @Override
        public <I extends BarIndicator> I indicator(Timeframe timeframe, I indicator) {
            feed(timeframe).indicators.add(indicator);
            return indicator;
        }

        @Override
        public AtrRange averageTrueRange(Timeframe timeframe, int period) {
            AtrRange range = new AtrRange(timeframe, period);
            ranges.add(range, plan);
            return range;
        }

        @Override
        public void listenToTicks() {
            listensToTicks = true;
        }

        private BarFeed feed(Timeframe timeframe) {
            return feeds.computeIfAbsent(timeframe, wanted -> new BarFeed(plan.series(wanted)));
        }
    }
}
