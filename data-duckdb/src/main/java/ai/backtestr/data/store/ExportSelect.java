package ai.backtestr.data.store;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// The statements behind exports: rows in the order they are stored, prices and quantities as exact decimals.
///
/// Quotes are `time, bid, ask, bid_size, ask_size`, trades `time, price, size, side`; where there are both each row
/// says its `kind` and leaves the other's columns empty. Importing such a file gives the same ticks.
final class ExportSelect {
    private static final String BARS = "bar";
    private static final String SIDE = "CASE WHEN flags & 2 = 2 THEN 'buy' WHEN flags & 4 = 4 THEN 'sell' END AS side";
    private static final String BOTH = "CASE WHEN flags & 1 = 1 THEN 'trade' ELSE 'quote' END AS kind, ";

    private ExportSelect() {}

    /// The ticks of these parts, which are in order of time and do not overlap: a part is stored in order, and a
    /// union of all keeps the order of rows, so nothing is sorted.
    static String ticks(Connection connection, Instrument instrument, List<Part> parts, long fromNs, long toNs)
            throws SQLException {
        String stored = parts.stream()
                .map(part -> "SELECT * FROM tick WHERE part = " + part.id() + " AND " + StoredTime.from(fromNs)
                        + " AND " + StoredTime.before(toNs))
                .collect(Collectors.joining(" UNION ALL "));
        int price = instrument.priceScale();
        int quantity = instrument.quantityScale();
        String quotes = decimal("bid", price, "bid") + ", " + decimal("ask", price, "ask") + ", "
                + decimal("bid_size", quantity, "bid_size") + ", " + decimal("ask_size", quantity, "ask_size");
        String trades = decimal("bid", price, "price") + ", " + decimal("bid_size", quantity, "size") + ", " + SIDE;
        String columns = trades;
        if (any(connection, stored, "flags & 1 = 0")) {
            columns = any(connection, stored, "flags & 1 = 1") ? BOTH + both(price, quantity) : quotes;
        }
        return "SELECT make_timestamp_ns(ms * 1000000 + ns) AS time, " + columns + " FROM (" + stored + ")";
    }

    private static String both(int price, int quantity) {
        String quote = "CASE WHEN flags & 1 = 0 THEN ";
        String trade = "CASE WHEN flags & 1 = 1 THEN ";
        return decimal(quote + "bid END", price, "bid") + ", " + decimal(quote + "ask END", price, "ask") + ", "
                + decimal(quote + "bid_size END", quantity, "bid_size") + ", "
                + decimal(quote + "ask_size END", quantity, "ask_size") + ", "
                + decimal(trade + "bid END", price, "price") + ", "
                + decimal(trade + "bid_size END", quantity, "size") + ", " + SIDE;
    }

    private static boolean any(Connection connection, String stored, String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT EXISTS (SELECT 1 FROM (" + stored + ") WHERE " + condition + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /// A stored integer at that scale as a decimal number, exactly.
    private static String decimal(String value, int scale, String name) {
        String unit =
                FixedPoint.toDecimal(1, scale).setScale(Instrument.MAX_SCALE).toPlainString();
        return "((" + value + ")::DECIMAL(19, 0) * " + unit + "::DECIMAL(13, 12))::DECIMAL(19, " + scale + ") AS "
                + name;
    }

    /// What a user's SELECT finds; `query()` takes one SELECT and nothing else.
    static String query(String sql) {
        return "FROM query('" + sql.replace("'", "''") + "')";
    }

    /// The bars, which are put into that connection's database first.
    static String bars(DuckDBConnection connection, BarSeries bars) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + BARS + " (time BIGINT, open BIGINT, high BIGINT, low BIGINT,"
                    + " close BIGINT, volume BIGINT, ticks BIGINT)");
        }
        try (DuckDBAppender rows = connection.createAppender("main", BARS)) {
            for (int i = 0; i < bars.count(); i++) {
                rows.beginRow();
                rows.append(bars.timeNs(i));
                rows.append(bars.open(i));
                rows.append(bars.high(i));
                rows.append(bars.low(i));
                rows.append(bars.close(i));
                rows.append(bars.volume(i));
                rows.append(bars.ticks(i));
                rows.endRow();
            }
        }
        int price = bars.priceScale();
        return "SELECT make_timestamp_ns(time) AS time, " + decimal("open", price, "open") + ", "
                + decimal("high", price, "high") + ", " + decimal("low", price, "low") + ", "
                + decimal("close", price, "close") + ", " + decimal("volume", bars.quantityScale(), "volume")
                + ", ticks FROM " + BARS;
    }
}
