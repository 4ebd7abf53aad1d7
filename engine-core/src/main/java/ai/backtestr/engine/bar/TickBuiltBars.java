package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.PriceRange;
import ai.backtestr.engine.tick.TickPage;
import java.util.Optional;

/// Bars of one timeframe that end by what is traded, and are made of ticks directly: nothing shorter adds up to
/// them. But for bricks they end with the trading day at the latest. Engine thread only, but for the series.
abstract sealed class TickBuiltBars permits CountBars, VolumeBars, RangeBars, RenkoBars {
    final FormingBar forming = new FormingBar();
    final ClosedBars closed;
    private final BarSpan days;

    TickBuiltBars(ClosedBars closed, TradingCalendar calendar) {
        this.closed = closed;
        days = BarSpan.of(Timeframe.ONE_DAY, calendar);
    }

    /// Closes the bar as it stands if its trading day ended at or before `timeNs`.
    ///
    /// @return how many series took it
    int closeEnded(long timeNs) {
        return forming.isOpen() && timeNs >= forming.endNs ? close() : 0;
    }

    /// Takes in a price, and closes the bar that it completes or leaves.
    ///
    /// @return how many series took a bar
    abstract int add(long timeNs, long price, long quantity);

    /// Closes one more bar that the last price made. To be called until there is none.
    ///
    /// @return how many series took it; 0 if there was none
    int closeNext() {
        return 0;
    }

    /// Returns the first of `prices[from]` to `prices[to]` (exclusive) on which a bar closes, or `to`; or one that
    /// is earlier, for the tick may be taken in by itself.
    ///
    /// @param page where their quantities are, of the first of `prices` at `first`
    abstract int firstToClose(long[] prices, int from, int to, TickPage page, int first);

    /// Takes in a run of prices on which no bar closes, at least one.
    void addRun(long[] times, long[] prices, int from, int to, PriceRange range, long quantity) {
        if (!forming.isOpen()) {
            begin(times[from]);
        }
        forming.addRun(prices, from, to, range, quantity);
    }

    /// Closes the bar as it stands, at the end of the data.
    void finish() {
        if (forming.isOpen()) {
            close();
        }
    }

    final void begin(long timeNs) {
        days.place(forming, timeNs);
        forming.startNs = timeNs;
    }

    final int close() {
        int taken = closed.append(forming);
        forming.clear();
        return taken;
    }

    Optional<Bar> shown(boolean asHeikinAshi) {
        return forming.isOpen() ? closed.shown(forming, asHeikinAshi) : Optional.empty();
    }
}
