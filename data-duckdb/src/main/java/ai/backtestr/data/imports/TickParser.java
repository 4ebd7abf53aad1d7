package ai.backtestr.data.imports;

import ai.backtestr.engine.tick.TickFlags;
import java.util.Arrays;

/// Reads one row after the other into a [RawTick]. Used by one thread.
final class TickParser {
    private final Layout layout;
    private final RawTick tick;
    private final TimeReader time;
    private final int count;
    private final int symbol;
    private final int bid;
    private final int ask;
    private final int bidSize;
    private final int askSize;
    private final int price;
    private final int size;
    private final int side;
    private final int buyerMaker;
    private final int flags;
    private final DecimalField lastBid;
    private final DecimalField lastAsk;
    private char[] firstSymbol;

    /// @param firstSymbol the symbol of the file's first tick, empty if the parser is to find it
    TickParser(Layout layout, char[] firstSymbol) {
        this.layout = layout;
        this.firstSymbol = firstSymbol.length == 0 ? layout.symbol().toCharArray() : firstSymbol;
        tick = new RawTick(layout.point());
        lastBid = new DecimalField(layout.point());
        lastAsk = new DecimalField(layout.point());
        Columns columns = layout.columns();
        time = layout.time().reader(columns, layout.point());
        count = columns.count();
        symbol = columns.at(ColumnRole.SYMBOL);
        bid = columns.at(ColumnRole.BID);
        ask = columns.at(ColumnRole.ASK);
        bidSize = columns.at(ColumnRole.BID_SIZE);
        askSize = columns.at(ColumnRole.ASK_SIZE);
        price = columns.at(ColumnRole.PRICE);
        size = columns.at(ColumnRole.SIZE);
        side = columns.at(ColumnRole.SIDE);
        buyerMaker = columns.at(ColumnRole.BUYER_MAKER);
        flags = columns.at(ColumnRole.FLAGS);
    }

    /// The symbol of the file's first tick, empty as long as there was none.
    char[] firstSymbol() {
        return firstSymbol;
    }

    /// What was read last.
    RawTick tick() {
        return tick;
    }

    /// Reads the row: its quote if it can hold both a quote and a trade.
    void read(Row row) {
        tick.line = row.line();
        tick.reason = "";
        tick.quote = bid != Columns.NONE && !(isTrade(row) && isEmpty(row, bid) && isEmpty(row, ask));
        boolean read = width(row) && time(row) && sameSymbol(row) && (tick.quote ? quote(row) : trade(row));
        if (read && symbol != Columns.NONE && firstSymbol.length == 0) {
            firstSymbol = row.text(symbol).toCharArray();
        }
    }

    /// Tells whether a row that was read as a quote holds a trade as well.
    boolean holdsTradeToo(Row row) {
        return tick.quote && bid != Columns.NONE && row.fields() == count && isTrade(row);
    }

    /// Reads the trade of such a row.
    void readTrade(Row row) {
        tick.reason = "";
        tick.quote = false;
        if (time(row)) {
            trade(row);
        }
    }

    /// Where a row can hold either, a price of nothing or zero means that there was no trade.
    private boolean isTrade(Row row) {
        return price != Columns.NONE && row.fields() == count && !isNothing(row, price);
    }

    private static boolean isNothing(Row row, int field) {
        for (int at = row.start(field); at < row.end(field); at++) {
            char c = row.chars()[at];
            if (c != '0' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isEmpty(Row row, int field) {
        return field >= row.fields() || row.isEmpty(field);
    }

    private boolean fail(String why) {
        tick.reason = why;
        return false;
    }

    private boolean width(Row row) {
        return row.fields() == count || fail("row has " + row.fields() + " columns where " + count + " are expected");
    }

    private boolean time(Row row) {
        if (!time.read(row)) {
            return fail(time.reason());
        }
        tick.timeNs = time.timeNs();
        tick.unit = time.unit();
        return true;
    }

    /// A file of several instruments must not become ticks of one.
    private boolean sameSymbol(Row row) {
        if (symbol == Columns.NONE || firstSymbol.length == 0) {
            return true;
        }
        int from = row.start(symbol);
        int to = row.end(symbol);
        return Arrays.equals(row.chars(), from, to, firstSymbol, 0, firstSymbol.length)
                || fail("row is of " + row.text(symbol) + " where those of " + new String(firstSymbol) + " are taken");
    }

    private boolean quote(Row row) {
        return price(row, bid, tick.bid, lastBid, "bid")
                && price(row, ask, tick.ask, lastAsk, "ask")
                && quoteSize(row, bidSize, tick.bidSize, "bid size")
                && quoteSize(row, askSize, tick.askSize, "ask size");
    }

    private boolean trade(Row row) {
        return price(row, price, tick.bid, "price") && size(row, size, tick.bidSize, "size") && aggressor(row);
    }

    private boolean price(Row row, int field, DecimalField into, DecimalField last, String name) {
        if (layout.carriesOver() && row.isEmpty(field)) {
            into.set(last);
            return last.signum() > 0 || fail(name + " is empty and no row above has one");
        }
        if (!price(row, field, into, name)) {
            return false;
        }
        last.set(into);
        return true;
    }

    private boolean price(Row row, int field, DecimalField into, String name) {
        if (!number(row, field, into, name)) {
            return false;
        }
        if (into.signum() <= 0) {
            return fail(name + " " + row.text(field) + " is not positive");
        }
        if (layout.priceShift() != 0) {
            into.movePoint(layout.priceShift());
        }
        return true;
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

    private boolean aggressor(Row row) {
        if (side != Columns.NONE) {
            tick.aggressor = sideOf(row);
            return tick.aggressor != SideCode.NONE || fail("side '" + row.text(side) + "' is neither buy nor sell");
        }
        if (buyerMaker != Columns.NONE) {
            tick.aggressor = ofBuyerMaker(row);
            return tick.aggressor != SideCode.NONE
                    || fail("buyer maker '" + row.text(buyerMaker) + "' is neither true nor false");
        }
        tick.aggressor = flags == Columns.NONE ? SideCode.UNKNOWN : MetaTrader5.aggressor(row.text(flags));
        return true;
    }

    private byte ofBuyerMaker(Row row) {
        int start = row.start(buyerMaker);
        return switch (row.end(buyerMaker) - start) {
            case 4 -> isWord(row.chars(), start, "true") ? TickFlags.AGGRESSOR_SELL : SideCode.NONE;
            case 5 -> isWord(row.chars(), start, "false") ? TickFlags.AGGRESSOR_BUY : SideCode.NONE;
            case 1 ->
                switch (row.chars()[start]) {
                    case '1' -> TickFlags.AGGRESSOR_SELL;
                    case '0' -> TickFlags.AGGRESSOR_BUY;
                    default -> SideCode.NONE;
                };
            default -> SideCode.NONE;
        };
    }

    /// Tells the common spellings apart without making a string of each.
    private byte sideOf(Row row) {
        int start = row.start(side);
        int length = row.end(side) - start;
        if (length == 3 && isWord(row.chars(), start, "buy")) {
            return TickFlags.AGGRESSOR_BUY;
        }
        if (length == 4 && isWord(row.chars(), start, "sell")) {
            return TickFlags.AGGRESSOR_SELL;
        }
        return length == 0 ? SideCode.UNKNOWN : layout.sides().read(row.text(side));
    }

    private static boolean isWord(char[] chars, int start, String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((chars[start + i] | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
