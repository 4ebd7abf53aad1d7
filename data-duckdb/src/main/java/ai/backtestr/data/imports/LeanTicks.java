package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ticks of QuantConnect's LEAN: `20140507_quote.zip` with `20140507_eurusd_tick_quote.csv`, whose rows begin with
/// milliseconds since midnight. The day stands in the name; market and kind of security stand in the path, as in
/// `forex/fxcm/tick/eurusd`, and tell zone and price scale where they are among those known here.
final class LeanTicks extends DelimitedFormat {
    private static final Pattern NAME =
            Pattern.compile("(\\d{8})_(?:.*_)?(trade|quote)(?:\\.zip|\\.csv)(?:\\.gz|\\.zst)?");
    private static final Pattern BARS = Pattern.compile("_(minute|second|hour|daily)_");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneOffset FXCM = ZoneOffset.ofHours(-5);
    static final int DECI_CENTS = 4;

    LeanTicks() {
        super("lean", "milliseconds since midnight in its first column, and a name like 20140507_quote.zip");
    }

    @Override
    @Nullable
    Layout layout(Sample sample, Request request) {
        SourceFile file = sample.file();
        Matcher name = NAME.matcher(file.lastName());
        if (!name.matches()) {
            name = NAME.matcher(String.valueOf(file.path().getFileName()));
        }
        if (!name.matches() || BARS.matcher(file.lastName()).find() || !startsWithMillis(sample)) {
            return null;
        }
        requireSameDay(file, name.group(1));
        LocalDate day = day(name.group(1));
        Columns columns = name.group(2).equals("quote") ? quotes(sample) : trades(sample);
        if (day == null || columns == null) {
            return null;
        }
        String market = market(file.path());
        TimeLayout time = new TimeLayout.SinceMidnight(day, request.zoneOr(zone(market)));
        return Layout.of(sample, false, columns, time).withPriceShift(isScaled(market) ? DECI_CENTS : 0);
    }

    /// The name of an entry has no checksum, but says the same as that of its zip file.
    private static void requireSameDay(SourceFile file, String day) {
        Matcher zip = NAME.matcher(String.valueOf(file.path().getFileName()));
        if (zip.matches() && !zip.group(1).equals(day)) {
            throw new StoreException(
                    file.where() + ": the zip file is named after another day than its content; get the"
                            + " file again, or give it the name it had");
        }
    }

    static boolean startsWithMillis(Sample sample) {
        return Sample.mostly(sample.rows(), row -> {
            Double millis = sample.number(row.getFirst());
            return millis != null && ClockTime.isMillisOfDay(millis);
        });
    }

    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// Bid and ask, or each followed by its size, then what is not read: exchange, condition, a mark of suspicion.
    private static @Nullable Columns quotes(Sample sample) {
        if (sample.count() == 3) {
            return Columns.inOrder(ColumnRole.TIME, ColumnRole.BID, ColumnRole.ASK);
        }
        return sample.count() < 5 || sample.count() > 8
                ? null
                : widened(
                        sample,
                        ColumnRole.TIME,
                        ColumnRole.BID,
                        ColumnRole.BID_SIZE,
                        ColumnRole.ASK,
                        ColumnRole.ASK_SIZE);
    }

    private static @Nullable Columns trades(Sample sample) {
        return sample.count() < 3 || sample.count() > 6
                ? null
                : widened(sample, ColumnRole.TIME, ColumnRole.PRICE, ColumnRole.SIZE);
    }

    private static Columns widened(Sample sample, ColumnRole... roles) {
        return Columns.inOrder(Arrays.copyOf(roles, sample.count()));
    }

    /// The path's folders as LEAN lays them out, in small letters and with a slash around each.
    static String market(Path path) {
        List<String> names = new ArrayList<>();
        path.toAbsolutePath().forEach(name -> names.add(name.toString().toLowerCase(Locale.ROOT)));
        return "/" + String.join("/", names) + "/";
    }

    static ZoneId zone(String market) {
        if (market.contains("/forex/fxcm/")) {
            return FXCM;
        }
        return market.contains("/equity/usa/") || market.contains("/option/usa/") ? NEW_YORK : ZoneOffset.UTC;
    }

    static boolean isScaled(String market) {
        return market.contains("/equity/") || market.contains("/option/");
    }
}
