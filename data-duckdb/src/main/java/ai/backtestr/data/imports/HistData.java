package ai.backtestr.data.imports;

import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ticks of HistData in ASCII: `20200101 170000065,1.121200,1.121720,0`, in Eastern Standard Time all year round.
/// The last column, a volume that is always 0, is not read.
final class HistData extends DelimitedFormat {
    private static final Pattern TIME = Pattern.compile("\\d{8} \\d{9}");
    private static final ZoneOffset EASTERN_STANDARD = ZoneOffset.ofHours(-5);

    HistData() {
        super("histdata", "'YYYYMMDD HHMMSSmmm', bid, ask and perhaps a volume, without a header");
    }

    @Override
    @Nullable
    Layout layout(Sample sample, Request request) {
        if (sample.count() < 3 || sample.count() > 4 || !Sample.mostly(sample.rows(), row -> fits(sample, row))) {
            return null;
        }
        Columns columns = sample.count() == 3
                ? Columns.inOrder(ColumnRole.TIME, ColumnRole.BID, ColumnRole.ASK)
                : Columns.inOrder(ColumnRole.TIME, ColumnRole.BID, ColumnRole.ASK, null);
        return Layout.of(sample, false, columns, calendar(request, EASTERN_STANDARD));
    }

    private static boolean fits(Sample sample, List<String> row) {
        return TIME.matcher(row.get(0)).matches() && isQuote(sample, row, 1, 2);
    }
}
