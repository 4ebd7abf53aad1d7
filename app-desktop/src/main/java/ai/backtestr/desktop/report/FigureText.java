package ai.backtestr.desktop.report;

import ai.backtestr.engine.statistics.Statistic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/// Figures as people read them: thousands apart, two decimals, the same in every locale. Files for programs hold
/// the exact ones.
public final class FigureText {
    /// Stands for a figure that is not defined.
    public static final String UNDEFINED = "n/a";

    private FigureText() {}

    /// Writes a figure of a run.
    ///
    /// @param currency that of amounts
    public static String of(Statistic statistic, String currency) {
        BigDecimal value = statistic.value();
        if (value == null) {
            return UNDEFINED;
        }
        return switch (statistic.unit()) {
            case MONEY -> decimal(value) + " " + currency;
            case PERCENT -> decimal(value) + " %";
            case RATIO -> decimal(value);
            case COUNT -> count(value.longValue());
            case DURATION -> duration(Duration.ofNanos(value.longValue()));
        };
    }

    /// Writes an amount or a ratio.
    public static String decimal(BigDecimal value) {
        // Rounded as a decimal, so that a tiny loss becomes 0.00 and not -0.00.
        return format("#,##0.00").format(value.setScale(2, RoundingMode.HALF_EVEN));
    }

    /// Writes a number of things.
    public static String count(long value) {
        return format("#,##0").format(value);
    }

    /// Writes a length of time in its two largest units: `41d 00h`, `3h 05m`, `12m 30s`, `4.250s`.
    public static String duration(Duration length) {
        if (length.toDays() > 0) {
            return format("#,##0").format(length.toDays()) + format("'d' 00'h'").format(length.toHoursPart());
        }
        if (length.toHours() > 0) {
            return length.toHours() + format("'h' 00'm'").format(length.toMinutesPart());
        }
        if (length.toMinutes() > 0) {
            return length.toMinutes() + format("'m' 00's'").format(length.toSecondsPart());
        }
        return format("0.000's'").format(BigDecimal.valueOf(length.toNanos(), 9));
    }

    // A format of one's own for each call: it is not safe for use by several threads.
    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
