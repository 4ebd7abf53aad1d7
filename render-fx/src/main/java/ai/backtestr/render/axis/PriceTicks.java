package ai.backtestr.render.axis;

import ai.backtestr.engine.number.FixedPoint;

/// The round prices that a vertical axis labels: multiples of 1, 2 or 5 times a power of ten, never finer than the
/// prices themselves. Counted in whole units of the last decimal, so no label suffers from binary fractions.
///
/// Threads: confined to one, the FX thread.
public final class PriceTicks {
    private final int decimals;
    private final double unitsPerOne;
    private final TextCache texts;
    private long firstUnits;
    private long stepUnits = 1;
    private int count;

    /// @param decimals decimals of every label, 0 to 12
    public PriceTicks(int decimals) {
        this.decimals = decimals;
        this.unitsPerOne = FixedPoint.powerOfTen(decimals);
        this.texts = new TextCache(units -> FixedPoint.format(units, decimals));
    }

    /// Chooses the finest step that leaves room for at most `maxTicks` ticks in the span.
    ///
    /// @param low lowest price on the axis
    /// @param high highest price, not below `low`
    public void choose(double low, double high, int maxTicks) {
        stepUnits = niceStep((high - low) * unitsPerOne / Math.max(1, maxTicks));
        long firstStep = (long) Math.ceil(low * unitsPerOne / stepUnits - 1e-9);
        long lastStep = (long) Math.floor(high * unitsPerOne / stepUnits + 1e-9);
        firstUnits = firstStep * stepUnits;
        count = Math.clamp(lastStep - firstStep + 1, 0, 1_000);
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
    public int count() {
        return count;
    }

    /// Returns the price of tick `i`, ascending.
    public double price(int i) {
        return (firstUnits + i * stepUnits) / unitsPerOne;
    }

    /// Returns the label of tick `i`.
    public String label(int i) {
        return texts.get(firstUnits + i * stepUnits);
    }

    /// Returns any price as it is written on this axis, rounded to its decimals.
    public String format(double price) {
        return texts.get(Math.round(price * unitsPerOne));
    }

    /// Returns the decimals of every label.
    public int decimals() {
        return decimals;
    }
}
