package ai.backtestr.engine.replay;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.RunState;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.util.List;

/// A backtest that can be taken to any moment of its ticks, forward and back, and traded by hand meanwhile.
///
/// It stands where a straight run over the ticks up to that moment stands, to the last unit: going forward is that
/// run, and going back is another one that started at the beginning and stopped earlier (see [LaggingRuns]). What
/// was done by hand belongs to the moment at which it was done: going back before it undoes it, going forward again
/// does it again, and doing something else earlier takes its place.
///
/// One thread at a time. [ReplayClock] gives it one.
public final class Replay implements AutoCloseable {
    private final BacktestSpec spec;
    private final ReplayTicks ticks;
    private final LaggingRuns checkpoints;
    private ReplayRunner runner;
    private HandJournal journal = HandJournal.EMPTY;
    private long momentNs;
    private int generation;
    private boolean failed; // the strategy threw, and its run is of no use any more

    /// Begins before the first of `ticks`, which stay the caller's to close, after this.
    ///
    /// @throws IllegalArgumentException if there are no ticks or the strategy cannot trade that instrument
    public Replay(BacktestSpec spec, ReplayTicks ticks) {
        if (ticks.count() == 0) {
            throw new IllegalArgumentException(ticks.instrument().symbol() + " has no ticks to replay");
        }
        this.spec = spec;
        this.ticks = ticks;
        runner = new ReplayRunner(spec, ticks);
        checkpoints = new LaggingRuns(spec, ticks);
        momentNs = ticks.timeNs(0) - 1;
    }

    /// Returns how many ticks of the data were taken in.
    public long position() {
        return runner.position();
    }

    /// Returns how many ticks of the data there are.
    public long count() {
        return ticks.count();
    }

    /// Returns the moment, nanoseconds since the epoch, UTC: the time of the last tick, or a later one to which
    /// time was let go on without a tick.
    public long momentNs() {
        return momentNs;
    }

    /// Returns a number that changes whenever the series of bars are others than before, which they are after a
    /// step back.
    public int generation() {
        return generation;
    }

    /// Returns where a step leads, as a number of ticks, from 0 to [#count].
    public long target(Step step) {
        return switch (step) {
            case Step.Ticks by -> clamp(runner.position() + by.count());
            case Step.Position to -> clamp(to.ticks());
            case Step.Moment to -> ticksUpTo(to.timeNs());
            case Step.Time by -> ticksUpTo(momentNs + by.lengthNs());
            case Step.Bars by -> byBars(clocked(by.timeframe()), by.count());
        };
    }

    private long clamp(long position) {
        return Math.clamp(position, 0, ticks.count());
    }

    private long ticksUpTo(long timeNs) {
        return timeNs == Long.MAX_VALUE ? ticks.count() : ticks.indexOf(timeNs + 1);
    }

    /// What a chart shows can be Heikin-Ashi, which begins and ends like what it is made of. Where other bars end that
    /// do not end with the clock is not known before their ticks are taken in; a minute takes their place.
    private static Timeframe clocked(Timeframe timeframe) {
        return timeframe.isTime() ? timeframe.traded() : Timeframe.ONE_MINUTE;
    }

    private long byBars(Timeframe timeframe, int count) {
        long at = runner.position();
        for (int i = 0; i < count && at < ticks.count(); i++) {
            at = at == 0 ? 1 : Math.min(ticks.count(), ticks.indexOf(barEndNs(timeframe, at - 1)) + 1);
        }
        for (int i = 0; i > count && at > 0; i--) {
            long first = firstOfBar(timeframe, at - 1);
            if (first + 1 == at) {
                at = first == 0 ? 0 : firstOfBar(timeframe, first - 1) + 1;
            } else {
                at = first + 1;
            }
        }
        return at;
    }

    /// Returns the first tick of the bar that holds `tick`. A week can begin before its start by the calendar, with
    /// what is quoted on Sunday.
    private long firstOfBar(Timeframe timeframe, long tick) {
        long first = ticks.indexOf(timeframe.startNs(ticks.timeNs(tick), calendar()));
        boolean isEarlier = first > 0 && barEndNs(timeframe, first - 1) == barEndNs(timeframe, tick);
        return isEarlier ? firstOfBar(timeframe, first - 1) : first;
    }

    private long barEndNs(Timeframe timeframe, long tick) {
        return timeframe.endNs(ticks.timeNs(tick), calendar());
    }

    private TradingCalendar calendar() {
        return ticks.instrument().calendar();
    }

    /// Goes where `step` leads, and makes ready for steps back from there.
    ///
    /// @throws ai.backtestr.engine.run.StrategyException if the strategy throws on the way
    public void step(Step step) {
        long to = target(step);
        goTo(to);
        momentNs = switch (step) {
            case Step.Time by -> momentAfter(to, momentNs + by.lengthNs());
            case Step.Moment moment -> momentAfter(to, moment.timeNs());
            default -> lastTickNs();
        };
        follow();
    }

    /// Goes on to `moment`, by `most` ticks at most, without making ready for steps back.
    ///
    /// @return whether it has come there
    boolean playTo(long timeNs, long most) {
        long to = ticksUpTo(timeNs);
        long reached = Math.clamp(runner.position() + most, runner.position(), Math.max(to, runner.position()));
        goTo(reached);
        momentNs = reached == to ? momentAfter(to, Math.max(momentNs, timeNs)) : lastTickNs();
        return reached == to;
    }

    /// Makes ready for steps back from where it stands. It does so by itself after steps.
    void follow() {
        checkpoints.follow(runner.position(), journal, journal.entries().size());
    }

    /// Time does not go past the last tick, nor before the first.
    private long momentAfter(long position, long timeNs) {
        return position == ticks.count() ? lastTickNs() : Math.max(timeNs, lastTickNs());
    }

    private long lastTickNs() {
        return runner.position() == 0 ? ticks.timeNs(0) - 1 : ticks.timeNs(runner.position() - 1);
    }

    /// Returns when the next tick comes; `Long.MAX_VALUE` after the last.
    long nextTickNs() {
        return runner.position() == ticks.count() ? Long.MAX_VALUE : ticks.timeNs(runner.position());
    }

    private void goTo(long position) {
        if (position < runner.position() || failed) {
            runner = checkpoints.takeAtOrBefore(position);
            generation++;
        }
        failed = true; // unless it gets there
        runner.advanceTo(position, journal);
        failed = false;
    }

    /// Does something by hand, as if the strategy had done it at the end of the last tick. What was done by hand
    /// after this moment is forgotten.
    ///
    /// @throws IllegalArgumentException if it cannot be done; nothing has changed then
    public void trade(HandOrder order) {
        long tick = runner.run().state().ticks();
        if (tick == 0) {
            throw new IllegalArgumentException("there is no price yet; step to the first tick before trading");
        }
        HandChange.require(order, runner.run().state());
        runner.act(order);
        journal = journal.with(new HandJournal.Entry(runner.position(), tick, order));
        checkpoints.follow(runner.position(), journal, journal.entries().size() - 1);
    }

    /// Returns what was done by hand, also after the moment at which the replay stands.
    public HandJournal journal() {
        return journal;
    }

    /// Returns how the run stands.
    public RunState state() {
        return runner.run().state();
    }

    /// Returns all trades closed so far, oldest first.
    public List<Trade> trades() {
        return runner.run().trades();
    }

    /// Returns how equity went so far, a point for every hour; any thread may read it.
    public EquityCurve.SoFar equity() {
        return runner.run().equity();
    }

    /// Returns all executions so far, oldest first.
    public List<Fill> fills() {
        return runner.run().fills();
    }

    /// Returns all that has happened to every order so far.
    public List<OrderLife> orders() {
        return runner.run().orders();
    }

    /// Returns the strategy together with what was done by hand up to this moment: a run of it on the ticks up to
    /// here comes to the same.
    public StrategyDefinition definition() {
        HandJournal here = journal.until(runner.position());
        return HandTraded.definition(HandTraded.nameOf(spec.strategy(), here), spec.strategy(), here);
    }

    /// Returns what was run, with [#definition] as the strategy.
    public BacktestSpec spec() {
        return spec.withStrategy(definition());
    }

    /// Returns what comes of a run that ends at this moment, as a report tells it. The replay can go on: it goes
    /// back to the beginning and comes here again.
    ///
    /// @param dataDigest digest of the ticks up to here
    public BacktestResult result(String dataDigest) {
        long here = runner.position();
        long start = System.nanoTime();
        BacktestResult result = runner.run().finish(spec(), dataDigest, Math.max(1, System.nanoTime() - start));
        runner = checkpoints.takeAtOrBefore(here);
        generation++;
        runner.advanceTo(here, journal);
        return result;
    }

    /// Ends the thread that keeps checkpoints.
    @Override
    public void close() {
        checkpoints.close();
    }
}
