package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.number.FixedPoint;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Which price of a bar an indicator works on. The bar's own prices are bids, asks, mids or trades, as the series
/// was made ([ai.backtestr.engine.bar.BarPrice]).
public enum InputPrice {
    /// The first price.
    OPEN,
    /// The highest price.
    HIGH,
    /// The lowest price.
    LOW,
    /// The last price.
    CLOSE,
    /// The median price, (high + low) / 2.
    HL2,
    /// The typical price, (high + low + close) / 3.
    HLC3,
    /// The average price, (open + high + low + close) / 4.
    OHLC4;

    /// Returns the price of bar `index`. The parts are added exactly, before the one division.
    public double of(BarSeries bars, int index) {
        return switch (this) {
            case OPEN -> price(bars, bars.open(index), 1);
            case HIGH -> price(bars, bars.high(index), 1);
            case LOW -> price(bars, bars.low(index), 1);
            case CLOSE -> price(bars, bars.close(index), 1);
            case HL2 -> price(bars, bars.high(index) + bars.low(index), 2);
            case HLC3 -> price(bars, bars.high(index) + bars.low(index) + bars.close(index), 3);
            case OHLC4 -> price(bars, bars.open(index) + bars.high(index) + bars.low(index) + bars.close(index), 4);
        };
    }

    private static double price(BarSeries bars, long sum, int parts) {
        return (double) sum / ((double) FixedPoint.powerOfTen(bars.priceScale()) * parts);
    }

    /// Reads `open`, `high`, `low`, `close`, `hl2`, `hlc3` or `ohlc4`.
    ///
    /// @throws IllegalArgumentException if it is none of these
    public static InputPrice parse(String text) {
        for (InputPrice price : values()) {
            if (price.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return price;
            }
        }
        String names = Arrays.stream(values()).map(InputPrice::toString).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("'" + text + "' is not an input price; there are " + names);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
