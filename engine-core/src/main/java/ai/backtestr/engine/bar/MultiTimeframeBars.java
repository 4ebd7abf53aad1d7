package ai.backtestr.engine.bar;

import ai.backtestr.engine.tick.PriceRange;
import ai.backtestr.engine.tick.TickPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Builds the bars of any number of timeframes from one stream of prices.
///
/// Of the timeframes that end with the clock a price touches the base bar only, whatever their number. When the
/// base bar closes it is merged into the timeframes that it is a part of, theirs into longer ones when they
/// close, and so on; the bar still forming in a longer timeframe is put together when someone asks. The base is
/// the longest length that divides all: usually the shortest one asked for, else one of its own that is not kept.
///
/// ```
///            ┌──▶ 1s ──▶ 1m ──▶ 5m ──▶ 15m ──▶ 1h ──▶ 4h ──▶ 1d ──┬─▶ 1w
///   price ───┤                                                    └─▶ 1mo
///            ├──▶ 500t          each takes in every price
///            └──▶ renko:20
/// ```
///
/// A bar that ends with the clock closes when a price at or after its end arrives, before that price enters the
/// next, in [#closeEnded]. A bar of ticks or volume and a brick close on the price that completes them, a bar of
/// range on the first price outside, in [#add]. Where Heikin-Ashi bars are asked for they close with what they are
/// made of.
///
/// Engine thread only; the series may be read from any thread.
public final class MultiTimeframeBars {
    /// The most prices looked at ahead for one that closes a bar.
    private static final int LOOK_AHEAD = 256;

    private final BarPrice price;
    private final SortedMap<Timeframe, BarSeries> series;
    private final TimeframeTree tree;
    private final TimeframeBars base;
    private final FormingBar baseBar;
    private final Timeframe[] tickBuiltTimeframes;
    private final TickBuiltBars[] tickBuilt;

    /// Prepares empty bars of the timeframes in `series`, at least one.
    MultiTimeframeBars(BarPlan plan, BarPrice price, SortedMap<Timeframe, BarSeries> series) {
        this.price = price;
        this.series = series;
        Map<Timeframe, ClosedBars> closed = BarPlan.closed(series);
        tickBuiltTimeframes =
                closed.keySet().stream().filter(one -> !one.isTime()).toArray(Timeframe[]::new);
        tickBuilt = closed.entrySet().stream()
                .filter(one -> !one.getKey().isTime())
                .map(one -> plan.tickBuilt(one.getKey(), one.getValue()))
                .toArray(TickBuiltBars[]::new);
        tree = TimeframeTree.of(closed, plan.instrument().calendar());
        base = tree.base;
        baseBar = base.forming;
    }

    /// Closes every bar that ended at or before `timeNs`. Times never go back.
    ///
    /// @return how many bars closed, over all timeframes
    public int closeEnded(long timeNs) {
        return timeNs < baseBar.endNs ? 0 : closeEndedNow(timeNs);
    }

    // Every day ends with a base bar, so that bars of ticks that end with their day need no look at other times.
    private int closeEndedNow(long timeNs) {
        int closed = base.closeEnded(timeNs);
        for (TickBuiltBars bars : tickBuilt) {
            closed += bars.closeEnded(timeNs);
        }
        return closed;
    }

    /// Takes in a price; bars that it ends must have been closed with [#closeEnded] before.
    ///
    /// @return how many bars it closed, over all timeframes; where any, [#closeNext] is to be called
    public int add(long timeNs, long barPrice, long quantity) {
        if (timeNs >= baseBar.endNs) {
            base.begin(timeNs);
        }
        baseBar.add(barPrice, quantity);
        int closed = 0;
        for (TickBuiltBars bars : tickBuilt) {
            closed += bars.add(timeNs, barPrice, quantity);
        }
        return closed;
    }

    /// Closes one more bar of each timeframe of which the last price made several, as it does of bricks. To be
    /// called until there is none, so that each is there for the strategy to see before the next.
    ///
    /// @return how many bars closed, over all timeframes
    public int closeNext() {
        int closed = 0;
        for (TickBuiltBars bars : tickBuilt) {
            closed += bars.closeNext();
        }
        return closed;
    }

    /// Returns the first of `prices[from]` to `prices[to]` (exclusive), all before [#nextEndNs], that has to be
    /// taken in by [#add]: on it a bar may close. Those before can be taken in by [#addRun].
    ///
    /// @param page where their quantities are, of the first of `prices` at `first`
    public int firstToClose(long[] prices, int from, int to, TickPage page, int first) {
        int until = to;
        if (tickBuilt.length != 0) {
            until = Math.min(to, from + LOOK_AHEAD);
            for (TickBuiltBars bars : tickBuilt) {
                until = bars.firstToClose(prices, from, until, page, first);
            }
        }
        return until;
    }

    /// Takes in a run of prices at once, `prices[from]` to `prices[to]` (exclusive) at `times`: at least one, all
    /// before [#nextEndNs] and [#firstToClose], whose range is `range` and whose quantities add up to `quantity`. A
    /// price must have begun the base bar before, by [#add].
    public void addRun(long[] times, long[] prices, int from, int to, PriceRange range, long quantity) {
        baseBar.addRun(prices, from, to, range, quantity);
        for (TickBuiltBars bars : tickBuilt) {
            bars.addRun(times, prices, from, to, range, quantity);
        }
    }

    /// Returns when the base bar ends, which is when [#closeEnded] has something to do next.
    public long nextEndNs() {
        return baseBar.endNs;
    }

    /// Returns when [#closeEnded] has something to do next even if no further price comes: as [#nextEndNs] while the
    /// base bar has prices, else the end of the next longer bar that has; `Long.MAX_VALUE` if none has.
    public long nextEndWithoutPriceNs() {
        return baseBar.isOpen() || tickBuilt.length == 0 ? base.nextEndNs() : baseBar.endNs;
    }

    /// Closes all bars as they stand, at the end of the data, but for bricks, which are complete or none. Nothing
    /// may be added after.
    public void finish() {
        base.closeEnded(Long.MAX_VALUE);
        for (TickBuiltBars bars : tickBuilt) {
            bars.finish();
        }
    }

    /// Returns which price the bars are made of.
    public BarPrice price() {
        return price;
    }

    /// Returns the closed bars of `timeframe`.
    ///
    /// @throws IllegalArgumentException if that was not asked for at the start
    public BarSeries series(Timeframe timeframe) {
        BarSeries bars = series.get(timeframe);
        if (bars == null) {
            throw new IllegalArgumentException(timeframe + " bars are not being made; there are " + series.keySet());
        }
        return bars;
    }

    /// Returns the closed bars of every timeframe asked for, in their order.
    public List<BarSeries> allSeries() {
        return List.copyOf(series.values());
    }

    /// Returns the bar of `timeframe`, one of those asked for, as it stands now, or nothing before its first price;
    /// of a brick, the prices since the last one closed. Engine thread only.
    public Optional<Bar> forming(Timeframe timeframe) {
        for (int i = 0; i < tickBuilt.length; i++) {
            if (tickBuiltTimeframes[i].equals(timeframe.traded())) {
                return tickBuilt[i].shown(timeframe.heikinAshi());
            }
        }
        return tree.forming(timeframe);
    }
}
