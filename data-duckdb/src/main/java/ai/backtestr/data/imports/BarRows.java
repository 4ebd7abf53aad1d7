package ai.backtestr.data.imports;

import java.util.Arrays;

/// The rows of a file as bars, one after the other into the same [RawBar]. Used by one thread.
final class BarRows implements AutoCloseable {
    private final Rows rows;
    private final Layout layout;
    private final TimeReader time;
    private final BarTimes times;
    private final RawBar bar;
    private final Columns columns;
    private char[] firstSymbol;

    BarRows(Rows rows, Layout layout, BarTimes times) {
        this.rows = rows;
        this.layout = layout;
        this.times = times;
        columns = layout.columns();
        time = layout.time().reader(columns, layout.point());
        bar = new RawBar(layout.point());
        firstSymbol = layout.symbol().toCharArray();
    }

    /// Reads the next row into [#bar()].
    ///
    /// @return whether there was one
    boolean next() {
        Row row = rows.next();
        if (row == null) {
            return false;
        }
        bar.line = row.line();
        bar.reason = "";
        boolean read = width(row) && time(row) && sameSymbol(row) && prices(row) && volume(row);
        if (read && columns.has(ColumnRole.SYMBOL) && firstSymbol.length == 0) {
            firstSymbol = row.text(columns.at(ColumnRole.SYMBOL)).toCharArray();
        }
        return true;
    }

    RawBar bar() {
        return bar;
    }

    private boolean fail(String why) {
        bar.reason = why;
        return false;
    }

    private boolean width(Row row) {
        return row.fields() == columns.count()
                || fail("row has " + row.fields() + " columns where " + columns.count() + " are expected");
    }

    private boolean time(Row row) {
        if (!time.read(row)) {
            return fail(time.reason());
        }
        bar.readNs = time.timeNs();
        bar.unit = time.unit();
        try {
            bar.startNs = times.startNs(bar.readNs);
            return true;
        } catch (ArithmeticException e) {
            return fail("time is outside the years 1678 to 2261");
        }
    }

    /// A file of several instruments must not become bars of one.
    private boolean sameSymbol(Row row) {
        int symbol = columns.at(ColumnRole.SYMBOL);
        if (symbol == Columns.NONE || firstSymbol.length == 0) {
            return true;
        }
        return Arrays.equals(row.chars(), row.start(symbol), row.end(symbol), firstSymbol, 0, firstSymbol.length)
                || fail("row is of " + row.text(symbol) + " where those of " + new String(firstSymbol) + " are taken");
    }

    private boolean prices(Row row) {
        return price(row, ColumnRole.OPEN, bar.open)
                && price(row, ColumnRole.HIGH, bar.high)
                && price(row, ColumnRole.LOW, bar.low)
                && price(row, ColumnRole.CLOSE, bar.close)
                && (bar.high.compareTo(bar.low) >= 0 || fail("high " + bar.high + " is below low " + bar.low))
                && within(bar.open, "open")
                && within(bar.close, "close");
    }

    private boolean within(DecimalField price, String name) {
        return (price.compareTo(bar.low) >= 0 && price.compareTo(bar.high) <= 0)
                || fail(name + " " + price + " is outside low " + bar.low + " to high " + bar.high);
    }

    private boolean price(Row row, ColumnRole role, DecimalField into) {
        if (!number(row, columns.at(role), into, role.optionName())) {
            return false;
        }
        if (into.signum() <= 0) {
            return fail(role.optionName() + " " + into + " is not positive");
        }
        if (layout.priceShift() != 0) {
            into.movePoint(layout.priceShift());
        }
        return true;
    }

    /// A volume that the file does not have, or leaves empty, is unknown: 0.
    private boolean volume(Row row) {
        int field = columns.at(ColumnRole.VOLUME);
        if (field == Columns.NONE || row.isEmpty(field)) {
            bar.volume.clear();
            return true;
        }
        return number(row, field, bar.volume, "volume")
                && (bar.volume.signum() >= 0 || fail("volume " + bar.volume + " is negative"));
    }

    private boolean number(Row row, int field, DecimalField into, String name) {
        if (into.read(row, field)) {
            return true;
        }
        return fail(row.isEmpty(field) ? name + " is empty" : name + " " + row.text(field) + " is not a number");
    }

    @Override
    public void close() {
        rows.close();
    }
}
