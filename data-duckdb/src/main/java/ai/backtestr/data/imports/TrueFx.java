package ai.backtestr.data.imports;

import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ticks of TrueFX: `EUR/USD,20120101 22:00:00.123,1.29410,1.29435`, with or without the pair, in UTC.
final class TrueFx extends DelimitedFormat {
    private static final Pattern PAIR = Pattern.compile("[A-Z]{3}/[A-Z]{3}");
    private static final Pattern TIME = Pattern.compile("\\d{8} \\d{2}:\\d{2}:\\d{2}\\.\\d{1,6}");

    TrueFx() {
        super("truefx", "perhaps a pair like EUR/USD, 'YYYYMMDD HH:MM:SS.mmm', bid and ask");
    }

    @Override
    @Nullable
    Layout recognise(Sample sample, Request request) {
        return sample.startsWithNames() ? null : layout(sample, request);
    }

    @Override
    @Nullable
    Layout layout(Sample sample, Request request) {
        boolean header = sample.startsWithNames() && Columns.knowsAny(sample.first());
        if (header) {
            Columns columns = Columns.named(sample.first());
            return columns.complete() && columns.haveQuotes()
                    ? Layout.of(sample, true, columns, GenericCsv.time(sample, sample.belowHeader(), columns, request))
                    : null;
        }
        if (sample.count() == 4
                && Sample.mostly(sample.rows(), row -> PAIR.matcher(row.get(0)).matches() && fits(sample, row, 1))) {
            Columns columns = Columns.inOrder(ColumnRole.SYMBOL, ColumnRole.TIME, ColumnRole.BID, ColumnRole.ASK);
            return Layout.of(sample, false, columns, calendar(request, ZoneOffset.UTC));
        }
        if (sample.count() == 3 && Sample.mostly(sample.rows(), row -> fits(sample, row, 0))) {
            Columns columns = Columns.inOrder(ColumnRole.TIME, ColumnRole.BID, ColumnRole.ASK);
            return Layout.of(sample, false, columns, calendar(request, ZoneOffset.UTC));
        }
        return null;
    }

    private static boolean fits(Sample sample, List<String> row, int time) {
        return TIME.matcher(row.get(time)).matches() && isQuote(sample, row, time + 1, time + 2);
    }
}
