package ai.backtestr.data.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Bars of QuantConnect's LEAN. Seconds and minutes lie in a file a day, `20131007_spy_minute_trade.csv`, and count
/// milliseconds since its midnight; hours and days lie in one file, `daily/spy.zip`, and begin with `20131007
/// 00:00`. Of quotes the file has a bar of the bid, then its last size, then the same of the ask: the bid is taken
/// unless columns are stated. Zone and price scale are told by the path, as for [LeanTicks].
final class LeanBars {
    private static final Pattern NAME =
            Pattern.compile("(\\d{8})_.+_(?:minute|second)_(?:trade|quote)\\.csv(?:\\.gz|\\.zst)?");
    private static final Pattern LONG_TIME = Pattern.compile("\\d{8} \\d{2}:\\d{2}");
    private static final int WITH_VOLUME = 6;
    private static final int OF_QUOTES = 11;

    private LeanBars() {}

    static @Nullable Layout layout(Sample sample, Request request) {
        SourceFile file = sample.file();
        String market = LeanTicks.market(file.path());
        Columns columns = columns(sample, request);
        TimeLayout time = columns == null ? null : time(sample, request, market);
        return columns == null || time == null
                ? null
                : Layout.of(sample, false, columns, time)
                        .withPriceShift(LeanTicks.isScaled(market) ? LeanTicks.DECI_CENTS : 0);
    }

    private static @Nullable TimeLayout time(Sample sample, Request request, String market) {
        Matcher name = NAME.matcher(sample.file().lastName());
        if (name.matches() && LeanTicks.startsWithMillis(sample)) {
            LocalDate day = LeanTicks.day(name.group(1));
            return day == null ? null : new TimeLayout.SinceMidnight(day, request.zoneOr(LeanTicks.zone(market)));
        }
        boolean oneFile = (market.contains("/daily/") || market.contains("/hour/"))
                && Sample.mostly(
                        sample.rows(), row -> LONG_TIME.matcher(row.getFirst()).matches());
        return oneFile ? new TimeLayout.Calendar(request.zoneOr(LeanTicks.zone(market)), false) : null;
    }

    private static @Nullable Columns columns(Sample sample, Request request) {
        ColumnChoice stated = request.options().columns();
        if (stated != null) {
            return stated.in(sample.file(), List.of(), sample.count());
        }
        if (sample.count() == OF_QUOTES) {
            return BarCsv.inOrder(sample.count(), 0, false);
        }
        return sample.count() == WITH_VOLUME ? BarCsv.inOrder(sample.count(), 0, true) : null;
    }
}
