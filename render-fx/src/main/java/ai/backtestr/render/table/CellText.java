package ai.backtestr.render.table;

import ai.backtestr.engine.time.Times;
import ai.backtestr.engine.time.WallClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes times and durations so that they read and sort well in a column.
final class CellText {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * SECOND_NS;
    private static final long HOUR_NS = 60 * MINUTE_NS;
    private static final long DAY_NS = 24 * HOUR_NS;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private CellText() {}

    /// Writes an amount with two decimals, rounded half to even.
    static String cents(long units, int scale) {
        return BigDecimal.valueOf(units, scale)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /// Writes a number exactly, without zeros at the end of its decimals.
    static String withoutNeedlessZeros(long units, int scale) {
        BigDecimal number = BigDecimal.valueOf(units, scale).stripTrailingZeros();
        return number.scale() < 0 ? number.toBigInteger().toString() : number.toPlainString();
    }

    /// Writes a moment as a clock shows it, down to milliseconds; finer digits are cut off, not rounded.
    static String time(long timeNs, WallClock clock) {
        return TIME.format(Times.instant(timeNs).atZone(clock.zone()));
    }

    /// Writes a length of time with its two largest units: `3d 04h`, `2h 05m`, `7m 30s`, `12.345s`.
    static String duration(long nanoseconds) {
        if (nanoseconds >= DAY_NS) {
            return pair(nanoseconds, DAY_NS, "d", HOUR_NS, "h");
        } else if (nanoseconds >= HOUR_NS) {
            return pair(nanoseconds, HOUR_NS, "h", MINUTE_NS, "m");
        } else if (nanoseconds >= MINUTE_NS) {
            return pair(nanoseconds, MINUTE_NS, "m", SECOND_NS, "s");
        }
        return String.format(Locale.ROOT, "%d.%03ds", nanoseconds / SECOND_NS, nanoseconds % SECOND_NS / 1_000_000);
    }

    private static String pair(long nanoseconds, long large, String largeName, long small, String smallName) {
        long rest = nanoseconds % large / small;
        return nanoseconds / large + largeName + (rest < 10 ? " 0" : " ") + rest + smallName;
    }
}
