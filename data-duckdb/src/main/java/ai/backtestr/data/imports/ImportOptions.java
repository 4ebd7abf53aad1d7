package ai.backtestr.data.imports;

import ai.backtestr.data.store.Overlap;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the user states about the files of an import; whatever is left open, their content tells.
///
/// @param format the format; `null` to find it out, of each file by itself
/// @param zone the zone of times that name none; `null` for the format's own
/// @param columns the columns of a delimited or Parquet file; `null` to find them out
/// @param timePattern how times are written: `s`, `ms`, `us` or `ns` since the epoch, or a pattern of
///     [DateTimeFormatter] such as `dd/MM/yyyy HH:mm:ss.SSS`; `null` to find it out
/// @param scale prices are whole numbers that count 10^-`scale`, 0 to 12; `null` for the format's own
/// @param rejectCrossed whether quotes whose ask is below their bid are rejected rather than kept
/// @param overlap what becomes of ticks stored within the time of the new ones
public record ImportOptions(
        @Nullable TickFormat format,
        @Nullable ZoneId zone,
        @Nullable ColumnChoice columns,
        @Nullable String timePattern,
        @Nullable Integer scale,
        boolean rejectCrossed,
        Overlap overlap) {

    /// States nothing; crossed quotes are kept, an overlap stops the import.
    public static final ImportOptions DEFAULT = new ImportOptions(null, null, null, null, null, false, Overlap.STOP);

    private static final int MAX_SCALE = 12;

    public ImportOptions {
        if (scale != null && (scale < 0 || scale > MAX_SCALE)) {
            throw new IllegalArgumentException("the scale " + scale + " is outside 0 to " + MAX_SCALE);
        }
        if (timePattern != null && unit(timePattern) == null) {
            pattern(timePattern);
        }
        if (format != null && !format.takesColumns() && (columns != null || timePattern != null)) {
            throw new IllegalArgumentException("the format " + format.name() + " has columns and times of its own;"
                    + " state them for csv and parquet only");
        }
    }

    /// The same with the format stated.
    public ImportOptions withFormat(TickFormat stated) {
        return new ImportOptions(stated, zone, columns, timePattern, scale, rejectCrossed, overlap);
    }

    /// The same with the zone stated.
    public ImportOptions withZone(ZoneId stated) {
        return new ImportOptions(format, stated, columns, timePattern, scale, rejectCrossed, overlap);
    }

    /// The same with the columns stated.
    public ImportOptions withColumns(ColumnChoice stated) {
        return new ImportOptions(format, zone, stated, timePattern, scale, rejectCrossed, overlap);
    }

    /// The same with the form of times stated.
    public ImportOptions withTimePattern(String stated) {
        return new ImportOptions(format, zone, columns, stated, scale, rejectCrossed, overlap);
    }

    /// The same with the scale of whole-number prices stated.
    public ImportOptions withScale(int stated) {
        return new ImportOptions(format, zone, columns, timePattern, stated, rejectCrossed, overlap);
    }

    /// The same, rejecting crossed quotes.
    public ImportOptions rejectingCrossed() {
        return new ImportOptions(format, zone, columns, timePattern, scale, true, overlap);
    }

    /// The same with another rule for overlaps.
    public ImportOptions withOverlap(Overlap rule) {
        return new ImportOptions(format, zone, columns, timePattern, scale, rejectCrossed, rule);
    }

    /// The unit that a time pattern of one or two letters names, `null` if it is a pattern.
    static @Nullable EpochUnit unit(String timePattern) {
        return switch (timePattern) {
            case "s" -> EpochUnit.SECONDS;
            case "ms" -> EpochUnit.MILLISECONDS;
            case "us" -> EpochUnit.MICROSECONDS;
            case "ns" -> EpochUnit.NANOSECONDS;
            default -> null;
        };
    }

    /// @throws IllegalArgumentException if it is no pattern
    static DateTimeFormatter pattern(String timePattern) {
        return DateTimeFormatter.ofPattern(timePattern.replace("yyyy", "uuuu"), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
