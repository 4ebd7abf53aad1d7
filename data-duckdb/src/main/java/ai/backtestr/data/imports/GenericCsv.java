package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Delimited text of any columns: found by the names in its header, by their content, or stated by the user.
final class GenericCsv extends DelimitedFormat {
    private static final String WAY_OUT =
            "add a header line such as 'time,price,size,side' or 'time,bid,ask,bid_size,ask_size', or state the columns";

    static final Pattern DATE_ONLY = Pattern.compile("\\d{4}[-/.]\\d{2}[-/.]\\d{2}|\\d{2}\\.\\d{2}\\.\\d{4}|\\d{8}");
    static final Pattern CLOCK =
            Pattern.compile("\\d{1,2}:\\d{2}.*|([01]\\d|2[0-3])[0-5]\\d[0-5]\\d(\\d{3}|[.,]\\d{1,9})?");
    private static final Pattern COMPACT = Pattern.compile("(19|20)\\d{12}(\\d{3})?");
    private static final Pattern ZONED = Pattern.compile(".{10}.*(Z|UTC|GMT|[+-]\\d{2}(:?\\d{2})?)");

    GenericCsv() {
        super("csv", "time, price and size, or time, bid and ask, divided by comma, semicolon, tab or pipe");
    }

    @Override
    boolean takesColumns() {
        return true;
    }

    @Override
    Layout layout(Sample sample, Request request) {
        if (sample.count() < 3) {
            throw new StoreException(sample.file().where() + " has no columns of ticks: no row is divided by comma,"
                    + " semicolon, tab or pipe into three or more; " + WAY_OUT);
        }
        boolean header = sample.startsWithNames()
                && (Columns.knowsAny(sample.first()) || request.options().columns() != null);
        List<List<String>> data = header ? sample.belowHeader() : sample.rows();
        Columns columns = withDate(sample, data, header, columns(sample, data, header, request));
        return Layout.of(sample, header, columns, time(sample, data, columns, request));
    }

    private static Columns columns(Sample sample, List<List<String>> data, boolean header, Request request) {
        ColumnChoice stated = request.options().columns();
        if (stated != null) {
            return stated.in(sample.file(), header ? sample.first() : List.of(), sample.count());
        }
        return header ? named(sample) : unnamed(sample, data);
    }

    /// Finds the columns by the names in the first row.
    static Columns named(Sample sample) {
        Columns columns = Columns.named(sample.first());
        if (!columns.complete()) {
            throw new StoreException(sample.file().where() + ": its header '" + String.join(",", sample.first())
                    + "' names neither time, price and size nor time, bid and ask; rename the columns or state them"
                    + (Columns.ofBars(sample.first()).haveBars()
                            ? "; if it holds bars, state how long they last"
                            : ""));
        }
        return columns;
    }

    private static Columns unnamed(Sample sample, List<List<String>> data) {
        boolean split = Sample.mostly(
                data,
                row -> DATE_ONLY.matcher(row.get(0)).matches()
                        && CLOCK.matcher(row.get(1)).matches());
        int from = split ? 1 : 0;
        int count = sample.count() - from;
        boolean close = count >= 3 && Sample.mostly(data, row -> isQuote(sample, row, from + 1, from + 2));
        Columns columns = null;
        if (close && (count == 3 || count == 5)) {
            columns = quotes(sample.count(), from);
        } else if (!close && (count == 3 || (count == 4 && Sample.mostly(data, row -> isSide(row.get(from + 3)))))) {
            columns = trades(sample.count(), from);
        }
        if (columns == null) {
            throw new StoreException(sample.file().where() + " has no header, and its " + sample.count()
                    + " columns cannot be told from their content; " + WAY_OUT);
        }
        return split ? columns.with(ColumnRole.DATE, 0) : columns;
    }

    private static boolean isSide(String text) {
        return SideCode.AGGRESSOR.read(text) != SideCode.NONE || SideCode.BOOK.read(text) != SideCode.NONE;
    }

    private static Columns quotes(int count, int from) {
        Columns columns =
                new Columns(count, Map.of(ColumnRole.TIME, from, ColumnRole.BID, from + 1, ColumnRole.ASK, from + 2));
        return count - from == 5
                ? columns.with(ColumnRole.BID_SIZE, from + 3).with(ColumnRole.ASK_SIZE, from + 4)
                : columns;
    }

    private static Columns trades(int count, int from) {
        Columns columns = new Columns(
                count, Map.of(ColumnRole.TIME, from, ColumnRole.PRICE, from + 1, ColumnRole.SIZE, from + 2));
        return count - from == 4 ? columns.with(ColumnRole.SIDE, from + 3) : columns;
    }

    /// Adds the column of the day where the times are times of day alone.
    private static Columns withDate(Sample sample, List<List<String>> data, boolean header, Columns columns) {
        int time = columns.at(ColumnRole.TIME);
        boolean clockOnly =
                Sample.mostly(data, row -> CLOCK.matcher(row.get(time)).matches());
        if (!header || !clockOnly || columns.has(ColumnRole.DATE)) {
            return columns;
        }
        List<String> names = sample.first().stream().map(ColumnRole::plain).toList();
        return ColumnRole.DATE.names().stream()
                .mapToInt(names::indexOf)
                .filter(at -> at != Columns.NONE && at != time)
                .mapToObj(at -> columns.with(ColumnRole.DATE, at))
                .findFirst()
                .orElse(columns);
    }

    /// Tells how the times in the column of times are written.
    static TimeLayout time(Sample sample, List<List<String>> data, Columns columns, Request request) {
        String pattern = request.options().timePattern();
        if (pattern != null) {
            EpochUnit unit = ImportOptions.unit(pattern);
            return unit == null
                    ? new TimeLayout.Pattern(pattern, request.zoneOr(ZoneOffset.UTC))
                    : request.epoch(sample.file(), new TimeLayout.Epoch(unit));
        }
        int time = columns.at(ColumnRole.TIME);
        boolean numbers = Sample.mostly(
                data,
                row -> sample.isNumber(row.get(time))
                        && !COMPACT.matcher(row.get(time)).matches());
        if (numbers && !columns.has(ColumnRole.DATE)) {
            return epoch(sample, request);
        }
        boolean zoned = Sample.mostly(data, row -> ZONED.matcher(row.get(time)).matches());
        return new TimeLayout.Calendar(request.zoneOr(ZoneOffset.UTC), zoned);
    }
}
