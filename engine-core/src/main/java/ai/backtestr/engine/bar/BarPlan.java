package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
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
    ///
    /// @throws IllegalArgumentException if there can be no such bars of that instrument and price
    public BarSeries series(Timeframe timeframe) {
        if (timeframe.unit() == Timeframe.Unit.VOLUME && !price.takesTrades()) {
            throw new IllegalArgumentException(timeframe + " bars need trades: " + price
                    + " bars are made of quotes, which tell no volume; take bars of ticks, like 500t");
        }
        return series.computeIfAbsent(
                timeframe, wanted -> new BarSeries(wanted, price, price.scale(instrument), instrument.quantityScale()));
    }

    /// Ends the planning. Where nobody asked for any bars, daily ones are made.
    public MultiTimeframeBars build() {
        if (series.isEmpty()) {
            series(Timeframe.ONE_DAY);
        }
        return new MultiTimeframeBars(this, price, series);
    }

    /// Ends the planning of bars that are made of recorded ones of length `recorded`, which are kept as well.
    ///
    /// @throws IllegalArgumentException if one was asked for that is no multiple of those
    public BarRollUp buildOn(Timeframe recorded) {
        series(recorded);
        return new BarRollUp(recorded, instrument.calendar(), series);
    }

    /// Returns where the bars of each timeframe go as they are traded, whether they were asked for or Heikin-Ashi
    /// bars of them.
    static SortedMap<Timeframe, ClosedBars> closed(SortedMap<Timeframe, BarSeries> series) {
        SortedMap<Timeframe, ClosedBars> closed = new TreeMap<>();
        for (Timeframe timeframe : series.keySet()) {
            Timeframe traded = timeframe.traded();
            Timeframe averaged = new Timeframe(traded.unit(), traded.count(), true);
            closed.put(traded, new ClosedBars(series.get(traded), series.get(averaged)));
        }
        return closed;
    }

    /// Makes the bars of a timeframe that does not end with the clock.
    TickBuiltBars tickBuilt(Timeframe timeframe, ClosedBars closed) {
        int count = timeframe.count();
        return switch (timeframe.unit()) {
            case TICK -> new CountBars(count, closed, instrument.calendar());
            case VOLUME -> new VolumeBars(volume(timeframe), closed, instrument.calendar());
            case RANGE -> new RangeBars(steps(timeframe), closed, instrument.calendar());
            case RENKO -> new RenkoBars(steps(timeframe), closed, instrument.calendar());
            default -> throw new IllegalArgumentException(timeframe + " bars end with the clock");
        };
    }

    private long volume(Timeframe timeframe) {
        return exactly(timeframe, FixedPoint.powerOfTen(instrument.quantityScale()));
    }

    private long steps(Timeframe timeframe) {
        long unitsPerPrice = FixedPoint.powerOfTen(price.scale(instrument) - instrument.priceScale());
        return exactly(timeframe, Math.multiplyExact(instrument.contract().tickSize(), unitsPerPrice));
    }

    private long exactly(Timeframe timeframe, long unit) {
        try {
            return Math.multiplyExact((long) timeframe.count(), unit);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    timeframe + " bars are larger than anything " + instrument.symbol() + " can count", e);
        }
    }
}
