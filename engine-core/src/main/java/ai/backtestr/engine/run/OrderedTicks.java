package ai.backtestr.engine.run;

import ai.backtestr.engine.account.EquityCurve;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Goes through the ticks of a quiet stretch in the order of their times: follows the equity of all positions, and
/// tells strategies that listen. Engine thread only.
final class OrderedTicks {
    private final SourceTicks[] sources;
    private final StrategyGroup[] groups;
    private final Valuation valuation;
    private final EquityCurve equity;
    private final InstrumentDesk[][] moved; // by source: the desks whose open profit its ticks move
    private final long[] open; // by desk: what is open of it
    private final int[] at; // by source: how far the ticks are gone through
    private long sum;

    OrderedTicks(SourceTicks[] sources, StrategyGroup[] groups, Valuation valuation, EquityCurve equity) {
        this.sources = sources;
        this.groups = groups;
        this.valuation = valuation;
        this.equity = equity;
        moved = new InstrumentDesk[sources.length][];
        for (SourceTicks source : sources) {
            moved[source.number] = valuation.desks().stream()
                    .filter(desk ->
                            desk == source.desk || desk.book.conversion().uses(source.rate))
                    .toArray(InstrumentDesk[]::new);
        }
        open = new long[groups.length];
        at = new int[sources.length];
    }

    boolean hasListeners() {
        return Arrays.stream(groups).anyMatch(StrategyGroup::listensToTicks);
    }

    /// Goes through the stretch, up to a tick after which something new is due; it ends there then.
    ///
    /// @param ticks how many were taken in before
    /// @param marks whether equity is followed
    /// @param tells whether any strategy listens
    /// @return how many it has
    int goThrough(long ticks, boolean marks, boolean tells) {
        for (SourceTicks source : sources) {
            at[source.number] = source.at;
        }
        if (marks) {
            begin();
        }
        if (tells) {
            remember();
        }
        int count = 0;
        boolean goesOn = true;
        for (SourceTicks next = next(); next != null && goesOn; next = goesOn ? next() : null) {
            long untilNs = untilNs(next);
            do {
                count++;
                take(next, marks);
                goesOn = !tells || next.desk == null || !tell(next.desk, ticks + count);
            } while (goesOn && at[next.number] < next.to && next.block.times()[at[next.number]] <= untilNs);
        }
        for (SourceTicks source : sources) {
            source.to = at[source.number];
        }
        return count;
    }

    private void begin() {
        sum = valuation.balance();
        for (InstrumentDesk desk : valuation.desks()) {
            open[desk.number] = desk.book.hasPosition() ? desk.book.openProfit(desk.market) : 0;
            sum = Math.addExact(sum, open[desk.number]);
        }
    }

    private void remember() {
        for (StrategyGroup group : groups) {
            group.rememberDue();
        }
    }

    private @Nullable SourceTicks next() {
        SourceTicks next = null;
        long nextNs = Long.MAX_VALUE;
        for (SourceTicks source : sources) {
            if (hasNext(source)) {
                long timeNs = source.block.times()[at[source.number]];
                if (next == null || timeNs < nextNs) {
                    next = source;
                    nextNs = timeNs;
                }
            }
        }
        return next;
    }

    private boolean hasNext(SourceTicks source) {
        return source.hasTick() && at[source.number] < source.to;
    }

    /// Returns the last time up to which ticks of `source` come before those of all others.
    private long untilNs(SourceTicks source) {
        long last = Long.MAX_VALUE;
        for (SourceTicks other : sources) {
            if (other.number != source.number && hasNext(other)) {
                long timeNs = other.block.times()[at[other.number]];
                last = Math.min(last, other.number < source.number ? timeNs - 1 : timeNs);
            }
        }
        return last;
    }

    private void take(SourceTicks source, boolean marks) {
        int tick = at[source.number]++;
        long timeNs = source.block.times()[tick];
        long bid = source.block.bids()[tick];
        long ask = source.block.asks()[tick];
        boolean isTrade = source.block.hasTrades();
        valuation.toTime(timeNs);
        source.rate.onTick(timeNs, bid, ask, isTrade);
        if (source.desk != null) {
            source.desk.market.onTick(timeNs, bid, ask, isTrade);
        }
        if (marks && source.isMarked()) {
            mark(moved[source.number]);
        }
    }

    private void mark(InstrumentDesk[] desks) {
        for (InstrumentDesk desk : desks) {
            if (desk.book.hasPosition()) {
                long now = desk.book.openProfit(desk.market);
                sum = Math.addExact(sum, now - open[desk.number]);
                open[desk.number] = now;
            }
        }
        equity.onEquity(sum);
    }

    /// Tells the strategy of a tick.
    ///
    /// @return whether it has ordered something, or set a timer
    private boolean tell(InstrumentDesk desk, long tickNumber) {
        if (!desk.runner.listensToTicks()) {
            return false;
        }
        desk.runner.onTick(tickNumber);
        return groups[desk.number].isDueChanged();
    }
}
