package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.List;

/// Classic daily pivot points, made of high H, low L and close C of the trading day before, and the same all day:
///
/// ```
/// P  = (H + L + C) / 3
/// R1 = 2 P - L             S1 = 2 P - H
/// R2 = P + (H - L)         S2 = P - (H - L)
/// R3 = H + 2 (P - L)       S3 = L - 2 (H - P)
/// ```
///
/// Days are those of the instrument's calendar. Ready at the first bar of the second day; a first day of which the
/// bars hold only a part counts as it is.
///
/// Source: the floor traders' formula, as in John L. Person, A Complete Guide to Technical Trading Tactics (2004).
public final class PivotPoints extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "pivots",
            "Daily pivot points",
            "Support and resistance made of the range and close of the day before.",
            List.of(),
            null,
            Placement.OVERLAY,
            s -> new PivotPoints(s.calendar()));

    private final TradingDay day;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private double close = Double.NaN;

    /// Takes days from `calendar`.
    public PivotPoints(TradingCalendar calendar) {
        super("p", "r1", "r2", "r3", "s1", "s2", "s3");
        day = new TradingDay(calendar);
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        if (day.begins(bars, index)) {
            setLevels();
            high = Double.NEGATIVE_INFINITY;
            low = Double.POSITIVE_INFINITY;
        }
        high = Math.max(high, BarValues.high(bars, index));
        low = Math.min(low, BarValues.low(bars, index));
        close = BarValues.close(bars, index);
    }

    private void setLevels() {
        double pivot = (high + low + close) / 3;
        set(0, pivot);
        set(1, 2 * pivot - low);
        set(2, pivot + (high - low));
        set(3, high + 2 * (pivot - low));
        set(4, 2 * pivot - high);
        set(5, pivot - (high - low));
        set(6, low - 2 * (high - pivot));
    }
}
