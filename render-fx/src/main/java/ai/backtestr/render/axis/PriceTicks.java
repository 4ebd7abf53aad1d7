package ai.backtestr.render.axis;

import ai.backtestr.engine.number.FixedPoint;
import java.util.function.UnaryOperator;

/// The round prices that a vertical axis labels: multiples of 1, 2 or 5 times a power of ten, never finer than
/// the prices themselves. Counted in whole units of the last decimal, so no label suffers from binary
/// fractions.
///
/// Threads: confined to one, the FX thread.
public final class PriceTicks implements ValueTicks {
    private static final long[] NICE = {1, 2, 5};
    private static final long[] POWERS = {1};
    private static final int MOST_BY_RATIO = 64;
    private static final double RATIO_OF_EVEN_TICKS = 3;

    private final int decimals;
    private final double unitsPerOne;
    private final TextCache texts;
    private final boolean isPlain;
    private final long[] ratioUnits = new long[MOST_BY_RATIO];
    private boolean byRatio;
    private long firstUnits;
    private long stepUnits = 1;
    private int count;

    /// @param decimals decimals of every label, 0 to 12
    public PriceTicks(int decimals) {
        this(decimals, number -> number, true);
    }

    /// @param decimals decimals of every label, 0 to 12
    /// @param text makes a label of a number written with these
    public PriceTicks(int decimals, UnaryOperator<String> text) {
        this(decimals, text, false);
    }

    private PriceTicks(int decimals, UnaryOperator<String> text, boolean isPlain) {
        this.isPlain = isPlain;
        this.decimals = decimals;
        this.unitsPerOne = FixedPoint.powerOfTen(decimals);
        this.texts = new TextCache(units -> text.apply(FixedPoint.format(units, decimals)));
    }

    /// Chooses the finest step that leaves room for at most `maxTicks` ticks in the span.
    ///
    /// @param low lowest price on the axis
    /// @param high highest price, not below `low`
    public void choose(double low, double high, int maxTicks) {
        byRatio = false;
        stepUnits = niceStep((high - low) * unitsPerOne / Math.max(1, maxTicks));
        long firstStep = (long) Math.ceil(low * unitsPerOne / stepUnits - 1e-9);
        long lastStep = (long) Math.floor(high * unitsPerOne / stepUnits + 1e-9);
        firstUnits = firstStep * stepUnits;
        count = Math.clamp(lastStep - firstStep + 1, 0, 1_000);
    }

    /// Chooses ticks for an axis on which equal ratios take equal room: 1, 2, 5 times the powers of ten, or of
    /// these the first alone; evenly spaced ones where the span is short.
    ///
    /// @param low lowest price on the axis, above 0
    /// @param high highest price
    /// @param maxTicks about how many have room
    public void chooseByRatio(double low, double high, int maxTicks) {
        if (high < low * RATIO_OF_EVEN_TICKS) {
            choose(low, high, maxTicks);
            return;
        }
        byRatio = true;
        count = 0;
        boolean sparse = 3 * Math.log10(high / low) > maxTicks;
        for (int power = 0; power < FixedPoint.MAX_SCALE; power++) {
            long one = FixedPoint.powerOfTen(power);
            for (long factor : sparse ? POWERS : NICE) {
                double price = one * factor / unitsPerOne;
                if (price >= low && price <= high && count < MOST_BY_RATIO) {
                    ratioUnits[count++] = one * factor;
                }
            }
        }
    }

    private long units(int i) {
        return byRatio ? ratioUnits[i] : firstUnits + i * stepUnits;
    }

    /// Returns the smallest of 1, 2, 5, 10, 20, ... that is not below `atLeast`.
    static long niceStep(double atLeast) {
        for (int power = 0; power < FixedPoint.MAX_SCALE; power++) {
            long one = FixedPoint.powerOfTen(power);
            if (one >= atLeast) {
                return one;
            } else if (2 * one >= atLeast) {
                return 2 * one;
            } else if (5 * one >= atLeast) {
                return 5 * one;
            }
        }
        return FixedPoint.powerOfTen(FixedPoint.MAX_SCALE);
    }

    /// Returns the number of ticks.
    @Override
    public int count() {
        return count;
    }

    /// Returns the price of tick `i`, ascending.
    @Override
    public double price(int i) {
        return units(i) / unitsPerOne;
    }

    /// Returns the label of tick `i`.
    @Override
    public String label(int i) {
        return texts.get(units(i));
    }

    /// Returns any price as it is written on this axis, rounded to its decimals.
    @Override
    public String format(double price) {
        return texts.get(units(price));
    }

    /// Returns a price in units of the last decimal.
    long units(double price) {
        return Math.round(price * unitsPerOne);
    }

    @Override
    public void write(double price, TextParts line) {
        if (isPlain) {
            line.number(units(price), decimals);
        } else {
            line.add(format(price));
        }
    }

    /// Returns the decimals of every label.
    public int decimals() {
        return decimals;
    }
}
