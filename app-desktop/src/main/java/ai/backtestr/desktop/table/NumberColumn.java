package ai.backtestr.desktop.table;

import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.table.RowColumn;

/// A column of numbers of 64 bits.
///
/// @param name by which a filter and the first line of a file call it
/// @param title what stands above it
/// @param kind what its numbers are
/// @param scale the decimals of a decimal number, else 0
record NumberColumn(String name, String title, Kind kind, int scale) {
    /// What numbers are.
    enum Kind {
        /// Nanoseconds since the epoch, UTC.
        TIME,
        /// Fixed-point at the column's scale.
        DECIMAL,
        /// The flags of a tick, written as quote or trade.
        TICK_KIND,
        /// The flags of a tick, written as the side that took the other's price.
        AGGRESSOR
    }

    private static final double TIME_WIDTH = 230;
    private static final double WIDTH = 116;

    static NumberColumn time() {
        return new NumberColumn("time", "Time (UTC)", Kind.TIME, 0);
    }

    static NumberColumn decimal(String name, String title, int scale) {
        return new NumberColumn(name, title, Kind.DECIMAL, scale);
    }

    static NumberColumn count(String name, String title) {
        return decimal(name, title, 0);
    }

    RowColumn shown() {
        return new RowColumn(title, kind == Kind.TIME ? TIME_WIDTH : WIDTH, kind == Kind.DECIMAL, kind == Kind.TIME);
    }

    /// Returns a number as it is shown, copied and exported: all of it.
    String text(long value) {
        return switch (kind) {
            case TIME -> Times.format(value);
            case DECIMAL -> FixedPoint.format(value, scale);
            case TICK_KIND -> TickFlags.isTrade((byte) value) ? "trade" : "quote";
            case AGGRESSOR -> side((byte) value);
        };
    }

    private static String side(byte flags) {
        if ((flags & TickFlags.AGGRESSOR_BUY) != 0) {
            return "buy";
        }
        return (flags & TickFlags.AGGRESSOR_SELL) != 0 ? "sell" : "";
    }
}
