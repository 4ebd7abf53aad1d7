package ai.backtestr.data.imports;

import ai.backtestr.engine.tick.TickFlags;
import java.util.Locale;

/// How a file writes the side of a trade.
enum SideCode {
    /// The aggressor's: `buy` or `b`, `sell` or `s`, or nothing.
    AGGRESSOR,
    /// The side of the book that the trade was made at: `B` is the bid, so that the aggressor sold, and `O` the
    /// offer, so that he bought.
    BOOK;

    /// Stands for what is no side.
    static final byte NONE = -1;

    static final byte UNKNOWN = 0;

    /// Tells from a sample: who writes `O` writes `B` for bid.
    static SideCode of(Sample sample, Columns columns) {
        int side = columns.at(ColumnRole.SIDE);
        boolean offers = side != Columns.NONE
                && sample.rows().stream()
                        .anyMatch(row -> row.size() > side && row.get(side).equalsIgnoreCase("o"));
        return offers ? BOOK : AGGRESSOR;
    }

    /// Returns the aggressor bits for a text, [#UNKNOWN] if it leaves the side open, or [#NONE].
    byte read(String text) {
        String side = text.toLowerCase(Locale.ROOT);
        if (side.isEmpty() || side.equals("unknown") || side.equals("none")) {
            return UNKNOWN;
        }
        return this == BOOK ? ofBook(side) : ofAggressor(side);
    }

    private static byte ofBook(String side) {
        return switch (side) {
            case "b" -> TickFlags.AGGRESSOR_SELL;
            case "o" -> TickFlags.AGGRESSOR_BUY;
            default -> NONE;
        };
    }

    private static byte ofAggressor(String side) {
        return switch (side) {
            case "buy", "b" -> TickFlags.AGGRESSOR_BUY;
            case "sell", "s" -> TickFlags.AGGRESSOR_SELL;
            default -> NONE;
        };
    }
}
