package ai.backtestr.data.imports;

import java.util.List;
import java.util.Locale;

/// What a column of a file can hold.
enum ColumnRole {
    /// The day, where the time of day stands in a column of its own.
    DATE("date", "day", "tradedate", "tradingday"),

    // In order of preference: a file with `timestamp` and `date` has the finer time in the first.
    TIME(
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
            "gmttime",
            "utctime",
            "tsevent",
            "opentime",
            "date"),
    /// The instrument; rows of another one than the first are rejected.
    SYMBOL("symbol", "pair", "instrument", "ticker", "productcode", "currencypair"),
    BID("bid", "bidprice", "bestbid", "bestbidprice", "bidprice0", "bidpx00", "bids0price"),
    ASK(
            "ask",
            "askprice",
            "bestask",
            "bestaskprice",
            "offer",
            "offerprice",
            "askprice0",
            "offerprice0",
            "askpx00",
            "asks0price"),
    BID_SIZE(
            "bidsize",
            "bidvolume",
            "bidvol",
            "bidqty",
            "bidquantity",
            "bidamount",
            "bestbidsize",
            "bestbidqty",
            "bidquantity0",
            "bidsize0",
            "bidsz00",
            "bids0amount"),
    ASK_SIZE(
            "asksize",
            "askvolume",
            "askvol",
            "askqty",
            "askquantity",
            "askamount",
            "bestasksize",
            "bestaskqty",
            "offersize",
            "offerquantity",
            "offerquantity0",
            "askquantity0",
            "asksize0",
            "asksz00",
            "asks0amount"),
    PRICE("price", "tradeprice", "lastprice", "last"),
    SIZE("size", "amount", "qty", "quantity", "volume", "vol", "tradesize", "lastsize"),
    /// The aggressor's side of a trade.
    SIDE("side", "takerside", "aggressor", "aggressorside"),
    /// Whether the buyer of a trade was the maker, so that the seller was the aggressor.
    BUYER_MAKER("isbuyermaker", "buyermaker", "isbuyerthemaker"),
    /// The flags of a MetaTrader 5 tick.
    FLAGS("flags"),
    /// The first price of a bar.
    OPEN("open", "openprice", "o"),
    HIGH("high", "highprice", "h"),
    LOW("low", "lowprice", "l"),
    CLOSE("close", "closeprice", "c"),
    /// The quantity traded in a bar.
    VOLUME("volume", "vol", "v", "qty", "quantity", "amount", "tickvolume", "tickvol");

    private final String names;

    ColumnRole(String... names) {
        this.names = String.join(" ", names);
    }

    /// Its name as the user writes it: `bid_size`.
    String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The names that headers give it, without capitals and punctuation, the preferred first.
    List<String> names() {
        return List.of(names.split(" "));
    }

    /// A header's name as this class compares it: `Bid Size` is `bidsize`.
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
