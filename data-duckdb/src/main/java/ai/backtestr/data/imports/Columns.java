package ai.backtestr.data.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which column of a delimited file holds what. Of a trade file `bid` is the price and `bidSize` the size, as in a
/// tick.
///
/// @param count how many columns a row has
/// @param time column of the time
/// @param bid column of the bid, or of a trade's price
/// @param ask column of the ask, [#NONE] in a trade file
/// @param bidSize column of the size at the bid, or of a trade's size; [#NONE] where unknown
/// @param askSize column of the size at the ask; [#NONE] where unknown
/// @param side column of a trade's aggressor side; [#NONE] where unknown
record Columns(int count, int time, int bid, int ask, int bidSize, int askSize, int side) {
    static final int NONE = -1;

    // In order of preference: a file with `timestamp` and `date` has the finer time in the first.
    private static final List<String> TIME = List.of(
            "timestamp",
            "timestampms",
            "timestampus",
            "timestampns",
            "timestamps",
            "time",
            "timems",
            "timeus",
            "timens",
            "unixtime",
            "epoch",
            "ts",
            "datetime",
            "tradetime",
            "execdate",
            "transacttime",
            "date");
    private static final List<String> BID = List.of("bid", "bidprice", "bestbid", "bestbidprice");
    private static final List<String> ASK =
            List.of("ask", "askprice", "bestask", "bestaskprice", "offer", "offerprice");
    private static final List<String> BID_SIZE = List.of(
            "bidsize", "bidvolume", "bidvol", "bidqty", "bidquantity", "bidamount", "bestbidsize", "bestbidqty");
    private static final List<String> ASK_SIZE = List.of(
            "asksize", "askvolume", "askvol", "askqty", "askquantity", "askamount", "bestasksize", "bestaskqty");
    private static final List<String> PRICE = List.of("price", "tradeprice", "lastprice", "last");
    private static final List<String> SIZE =
            List.of("size", "amount", "qty", "quantity", "volume", "vol", "tradesize", "lastsize");
    private static final List<String> SIDE = List.of("side", "takerside", "aggressor", "aggressorside");

    /// Finds the columns by the names in a header; `null` if it names neither quotes nor trades.
    static @Nullable Columns named(List<String> header) {
        List<String> names = header.stream().map(Columns::plain).toList();
        int time = find(names, TIME);
        int bid = find(names, BID);
        int ask = find(names, ASK);
        if (time != NONE && bid != NONE && ask != NONE) {
            return new Columns(names.size(), time, bid, ask, find(names, BID_SIZE), find(names, ASK_SIZE), NONE);
        }
        int price = find(names, PRICE);
        int size = find(names, SIZE);
        return time == NONE || price == NONE || size == NONE
                ? null
                : new Columns(names.size(), time, price, NONE, size, NONE, find(names, SIDE));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static int find(List<String> names, List<String> wanted) {
        return wanted.stream()
                .mapToInt(names::indexOf)
                .filter(at -> at != NONE)
                .findFirst()
                .orElse(NONE);
    }

    /// `time, price, size` or, with four columns, `time, price, size, side`.
    static Columns ofTrades(int count) {
        return new Columns(count, 0, 1, NONE, 2, NONE, count == 4 ? 3 : NONE);
    }

    /// `time, bid, ask` or, with five columns, `time, bid, ask, bid size, ask size`.
    static Columns ofQuotes(int count) {
        return new Columns(count, 0, 1, 2, count == 5 ? 3 : NONE, count == 5 ? 4 : NONE, NONE);
    }

    boolean areQuotes() {
        return ask != NONE;
    }

    /// Tells whether any text of that row is a column name this class knows.
    static boolean knowsAny(List<String> texts) {
        return texts.stream()
                .map(Columns::plain)
                .anyMatch(name ->
                        Arrays.asList(TIME, BID, ASK, PRICE, SIZE).stream().anyMatch(known -> known.contains(name)));
    }
}
