package ai.backtestr.data.imports;

import ai.backtestr.engine.tick.TickFlags;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads one row after the other into a time, prices and quantities, still without a common scale. Used by one
/// thread.
final class TickParser {
    private static final byte UNKNOWN_SIDE = 0;
    private static final byte NO_SIDE = -1;

    final DecimalField bid = new DecimalField();
    final DecimalField ask = new DecimalField();
    final DecimalField bidSize = new DecimalField();
    final DecimalField askSize = new DecimalField();

    private final Columns columns;
    private final boolean epoch;
    private final DecimalField count = new DecimalField();
    private final IsoTime iso = new IsoTime();
    private @Nullable EpochUnit unit;
    private long timeNs;
    private byte aggressor;
    private String reason = "";

    TickParser(Layout layout) {
        columns = layout.columns();
        epoch = layout.epoch();
    }

    /// Reads the row.
    ///
    /// @return whether it is a tick; if not, [#reason()] says why
    boolean read(Row row) {
        if (row.fields() != columns.count()) {
            return fail("row has " + row.fields() + " columns where " + columns.count() + " are expected");
        }
        return time(row) && (columns.areQuotes() ? quote(row) : trade(row));
    }

    /// The time read; of an epoch time, by the unit that its own magnitude suggests.
    long timeNs() {
        return timeNs;
    }

    /// The unit of the time read, `null` for ISO-8601.
    @Nullable
    EpochUnit unit() {
        return unit;
    }

    /// The aggressor bits of a trade.
    byte aggressor() {
        return aggressor;
    }

    String reason() {
        return reason;
    }

    /// Tells whether the text is what files write for the aggressor of a trade.
    static boolean isSide(String text) {
        return side(text) != NO_SIDE;
    }

    private boolean fail(String why) {
        reason = why;
        return false;
    }

    private boolean time(Row row) {
        if (!epoch) {
            timeNs = iso.read(row, columns.time()) ? iso.timeNs() : Long.MIN_VALUE;
            return timeNs != Long.MIN_VALUE || fail("time '" + row.text(columns.time()) + "' is not ISO-8601");
        }
        boolean read = count.read(row, columns.time());
        unit = read ? EpochUnit.of(count.whole()) : null;
        if (unit == null || count.decimals() > unit.decimals()) {
            return fail("time '" + row.text(columns.time()) + "' is not a count since the epoch");
        }
        try {
            timeNs = count.units(unit.decimals());
            return true;
        } catch (ArithmeticException e) {
            return fail("time " + row.text(columns.time()) + " lies after the year 2262");
        }
    }

    private boolean quote(Row row) {
        return price(row, columns.bid(), bid, "bid")
                && price(row, columns.ask(), ask, "ask")
                && quoteSize(row, columns.bidSize(), bidSize, "bid size")
                && quoteSize(row, columns.askSize(), askSize, "ask size");
    }

    private boolean trade(Row row) {
        return price(row, columns.bid(), bid, "price") && size(row, columns.bidSize(), bidSize, "size") && side(row);
    }

    private boolean price(Row row, int field, DecimalField into, String name) {
        return number(row, field, into, name)
                && (into.signum() > 0 || fail(name + " " + row.text(field) + " is not positive"));
    }

    private boolean size(Row row, int field, DecimalField into, String name) {
        return number(row, field, into, name)
                && (into.signum() >= 0 || fail(name + " " + row.text(field) + " is negative"));
    }

    /// A size that the file does not have, or leaves empty, is unknown: 0.
    private boolean quoteSize(Row row, int field, DecimalField into, String name) {
        if (field == Columns.NONE || row.isEmpty(field)) {
            into.clear();
            return true;
        }
        return size(row, field, into, name);
    }

    private boolean number(Row row, int field, DecimalField into, String name) {
        if (into.read(row, field)) {
            return true;
        }
        return fail(row.isEmpty(field) ? name + " is empty" : name + " " + row.text(field) + " is not a number");
    }

    private boolean side(Row row) {
        aggressor = columns.side() == Columns.NONE ? UNKNOWN_SIDE : sideOf(row);
        return aggressor != NO_SIDE || fail("side '" + row.text(columns.side()) + "' is neither buy nor sell");
    }

    /// Tells the common spellings apart without making a string of each.
    private byte sideOf(Row row) {
        int start = row.start(columns.side());
        return switch (row.end(columns.side()) - start) {
            case 0 -> UNKNOWN_SIDE;
            case 3 -> isWord(row.chars(), start, "buy") ? TickFlags.AGGRESSOR_BUY : side(row.text(columns.side()));
            case 4 -> isWord(row.chars(), start, "sell") ? TickFlags.AGGRESSOR_SELL : side(row.text(columns.side()));
            default -> side(row.text(columns.side()));
        };
    }

    private static boolean isWord(char[] chars, int start, String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((chars[start + i] | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte side(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "buy", "b" -> TickFlags.AGGRESSOR_BUY;
            case "sell", "s" -> TickFlags.AGGRESSOR_SELL;
            case "", "unknown", "none" -> UNKNOWN_SIDE;
            default -> NO_SIDE;
        };
    }
}
