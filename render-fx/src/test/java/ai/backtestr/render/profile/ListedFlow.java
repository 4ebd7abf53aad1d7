package ai.backtestr.render.profile;

import java.util.List;

/// Trades in a list, of days of 24 hours in UTC.
record ListedFlow(List<Tick> ticks) implements OrderFlow {
    static final long DAY_NS = 86_400_000_000_000L;

    record Tick(long timeNs, long price, long quantity, int side) {}

    @Override
    public void read(long dayNs, long fromNs, long toNs, Taker taker) {
        for (Tick tick : ticks) {
            boolean wanted = tick.timeNs >= fromNs && tick.timeNs < toNs;
            if (wanted
                    && !taker.take(tick.timeNs, tick.price, tick.quantity, tick.side, AggressorRule.Basis.RECORDED)) {
                return;
            }
        }
    }

    @Override
    public long dayStart(long timeNs) {
        return Math.floorDiv(timeNs, DAY_NS) * DAY_NS;
    }

    @Override
    public long nextDayStart(long timeNs) {
        return dayStart(timeNs) + DAY_NS;
    }

    @Override
    public long dayWithTicks(long dayNs) {
        for (Tick tick : ticks) {
            if (tick.timeNs >= dayNs) {
                return dayStart(tick.timeNs);
            }
        }
        return Long.MAX_VALUE;
    }

    @Override
    public int priceScale() {
        return 2;
    }

    @Override
    public int quantityScale() {
        return 0;
    }

    @Override
    public long tickSize() {
        return 1;
    }

    @Override
    public boolean countsTicks() {
        return false;
    }
}
