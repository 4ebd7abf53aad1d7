package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Bars in rows of any columns: found by the names in a header, by their content, or stated by the user.
final class BarCsv {
    private static final Pattern TIME_OF_DAY = Pattern.compile("[HhKkSsm]");
    private static final int PRICES = 4;

    private BarCsv() {}

    /// @param alwaysHeader whether the first row of the sample names the columns, whatever it looks like
    static Layout layout(Sample sample, boolean alwaysHeader, Request request) {
        ColumnChoice stated = request.options().columns();
        boolean header =
                alwaysHeader || (sample.startsWithNames() && (Columns.knowsAny(sample.first()) || stated != null));
        List<List<String>> data = header ? sample.belowHeader() : sample.rows();
        List<String> names = header ? names(sample.first(), data) : List.of();
        Columns columns = stated != null
                ? stated.in(sample.file(), names, data.getFirst().size())
                : header ? named(sample, names, data) : unnamed(sample, data);
        return Layout.of(sample, header, columns, time(sample, data, columns, request));
    }

    /// The names in a header; some call `Date` what their rows write as a date and a time in two columns.
    private static List<String> names(List<String> first, List<List<String>> data) {
        List<String> row = data.getFirst();
        if (row.size() != first.size() + 1 || !isSplit(data)) {
            return first;
        }
        List<String> names = new ArrayList<>(first);
        names.set(0, "date");
        names.add(1, "time");
        return names;
    }

    /// Tells whether rows begin with a date and a time of day.
    private static boolean isSplit(List<List<String>> data) {
        return Sample.mostly(
                data,
                row -> row.size() > 1
                        && GenericCsv.DATE_ONLY.matcher(row.get(0)).matches()
                        && GenericCsv.CLOCK.matcher(row.get(1)).matches());
    }

    private static Columns named(Sample sample, List<String> names, List<List<String>> data) {
        Columns columns = Columns.ofBars(names);
        if (!columns.has(ColumnRole.TIME) && names.getFirst().isEmpty()) {
            columns = columns.with(ColumnRole.TIME, 0);
        }
        if (!columns.haveBars() || !columns.has(ColumnRole.TIME)) {
            throw new StoreException(sample.file().where() + ": its header '" + String.join(",", names)
                    + "' does not name time, open, high, low and close; rename the columns or state them");
        }
        int time = columns.at(ColumnRole.TIME);
        boolean clockOnly = Sample.mostly(
                data, row -> GenericCsv.CLOCK.matcher(row.get(time)).matches());
        return clockOnly ? withDate(columns, names, time) : columns;
    }

    private static Columns withDate(Columns columns, List<String> names, int time) {
        List<String> plain = names.stream().map(ColumnRole::plain).toList();
        return ColumnRole.DATE.names().stream()
                .mapToInt(plain::indexOf)
                .filter(at -> at != Columns.NONE && at != time)
                .mapToObj(at -> columns.with(ColumnRole.DATE, at))
                .findFirst()
                .orElse(columns);
    }

    private static Columns unnamed(Sample sample, List<List<String>> data) {
        boolean split = data.getFirst().size() > 1 && isSplit(data);
        int time = split ? 1 : 0;
        int width = data.getFirst().size();
        if (width < time + 1 + PRICES || !Sample.mostly(data, row -> isBar(sample, row, time + 1))) {
            throw new StoreException(sample.file().where() + " has no header, and its " + width
                    + " columns are not a time, then open, high, low, close and perhaps a volume; add a header line such"
                    + " as 'time,open,high,low,close,volume', or state the columns");
        }
        int volume = time + 1 + PRICES;
        boolean hasVolume = width > volume && Sample.mostly(data, row -> sample.isNumber(row.get(volume)));
        Columns columns = inOrder(width, time, hasVolume);
        return split ? columns.with(ColumnRole.DATE, 0) : columns;
    }

    /// Time, open, high, low, close and perhaps a volume, one after the other.
    static Columns inOrder(int count, int time, boolean withVolume) {
        Map<ColumnRole, Integer> places = new EnumMap<>(ColumnRole.class);
        places.put(ColumnRole.TIME, time);
        places.put(ColumnRole.OPEN, time + 1);
        places.put(ColumnRole.HIGH, time + 2);
        places.put(ColumnRole.LOW, time + 3);
        places.put(ColumnRole.CLOSE, time + 4);
        if (withVolume) {
            places.put(ColumnRole.VOLUME, time + 5);
        }
        return new Columns(count, places);
    }

    private static boolean isBar(Sample sample, List<String> row, int at) {
        Double open = sample.number(row.get(at));
        Double high = sample.number(row.get(at + 1));
        Double low = sample.number(row.get(at + 2));
        Double close = sample.number(row.get(at + 3));
        return open != null
                && high != null
                && low != null
                && close != null
                && high >= Math.max(open, close)
                && low <= Math.min(open, close);
    }

    private static TimeLayout time(Sample sample, List<List<String>> data, Columns columns, Request request) {
        String pattern = request.options().timePattern();
        if (pattern != null && ImportOptions.unit(pattern) == null && !hasTimeOfDay(pattern)) {
            return new TimeLayout.Dates(pattern);
        }
        int time = columns.at(ColumnRole.TIME);
        boolean dates = pattern == null
                && !columns.has(ColumnRole.DATE)
                && Sample.mostly(
                        data, row -> GenericCsv.DATE_ONLY.matcher(row.get(time)).matches());
        return dates ? new TimeLayout.Dates(null) : GenericCsv.time(sample, data, columns, request);
    }

    private static boolean hasTimeOfDay(String pattern) {
        return TIME_OF_DAY.matcher(pattern.replaceAll("'[^']*'", "")).find();
    }
}
