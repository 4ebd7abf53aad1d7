package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.Instrument;
import java.util.SortedMap;
import java.util.TreeMap;

/// Collects which timeframes are wanted before the first price, and hands out their series while they are still
/// empty.
public final class BarPlan {
    private final Instrument instrument;
    private final BarPrice price;
    private final SortedMap<Timeframe, BarSeries> series = new TreeMap<>();

    /// Plans bars of `instrument` made of `price`.
    public BarPlan(Instrument instrument, BarPrice price) {
        this.instrument = instrument;
        this.price = price;
    }

    /// Returns the instrument.
    public Instrument instrument() {
        return instrument;
    }

    /// Asks for bars of `timeframe`, and returns the series that they will be in. Asking twice gives the same.
    public BarSeries series(Timeframe timeframe) {
        return series.computeIfAbsent(
                timeframe, wanted -> new BarSeries(wanted, price, price.scale(instrument), instrument.quantityScale()));
    }

    /// Ends the planning. Where nobody asked for any bars, daily ones are made.
    public MultiTimeframeBars build() {
        if (series.isEmpty()) {
            series(Timeframe.ONE_DAY);
        }
        return new MultiTimeframeBars(price, instrument.calendar(), series);
    }

    /// Ends the planning of bars that are made of recorded ones of length `recorded`, which are kept as well.
    ///
    /// @throws IllegalArgumentException if one was asked for that is no multiple of those
    public BarRollUp buildOn(Timeframe recorded) {
        series(recorded);
        return new BarRollUp(recorded, instrument.calendar(), series);
    }
}
