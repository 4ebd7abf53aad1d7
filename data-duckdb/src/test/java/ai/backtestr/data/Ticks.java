package ai.backtestr.data;

import ai.backtestr.data.store.QueryResult;
import ai.backtestr.data.store.TickStore;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/// Reads a store out into text, so that tests compare plain lists.
public final class Ticks {
    private Ticks() {}

    /// All ticks of a symbol, see [#between].
    public static List<String> all(TickStore store, String symbol) {
        return between(store, symbol, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// The ticks from a time up to another, each as `nanoseconds price size side` or `nanoseconds bid ask bidSize
    /// askSize`, with the decimals of the instrument.
    public static List<String> between(TickStore store, String symbol, long fromNs, long toNs) {
        // A capacity that divides neither chunks nor files evenly.
        try (TickSource source = store.ticks(symbol, fromNs, toNs)) {
            return texts(source, 1000);
        }
    }

    /// The rest of a source, read in pages of that capacity.
    public static List<String> texts(TickSource source, int capacity) {
        List<String> ticks = new ArrayList<>();
        try (TickPage page = new TickPage(capacity)) {
            while (source.fill(page)) {
                for (int i = 0; i < page.count(); i++) {
                    ticks.add(text(source.instrument(), page, i));
                }
            }
        }
        return ticks;
    }

    private static String text(Instrument of, TickPage page, int i) {
        byte flags = page.flagBits(i);
        if (TickFlags.isTrade(flags)) {
            boolean buy = (flags & TickFlags.AGGRESSOR_BUY) != 0;
            boolean sell = (flags & TickFlags.AGGRESSOR_SELL) != 0;
            return page.timeNs(i) + " " + of.formatPrice(page.askPrice(i)) + " "
                    + of.formatQuantity(page.askQuantity(i)) + (buy ? " buy" : "") + (sell ? " sell" : "");
        }
        return page.timeNs(i) + " " + of.formatPrice(page.bidPrice(i)) + " " + of.formatPrice(page.askPrice(i)) + " "
                + of.formatQuantity(page.bidQuantity(i)) + " " + of.formatQuantity(page.askQuantity(i))
                + ((flags & TickFlags.CROSSED) != 0 ? " crossed" : "");
    }

    /// The digest of all ticks of a symbol.
    public static String digest(TickStore store, String symbol) {
        try (TickSource source = store.ticks(symbol, Long.MIN_VALUE, Long.MAX_VALUE);
                TickPage page = new TickPage(777)) {
            while (source.fill(page)) {
                assert page.count() > 0;
            }
            return source.dataDigest();
        }
    }

    /// The rows of a query, columns divided by a blank.
    public static List<String> query(TickStore store, String sql) {
        List<String> rows = new ArrayList<>();
        try (QueryResult result = store.query(sql)) {
            while (result.next()) {
                StringJoiner row = new StringJoiner(" ");
                for (int i = 0; i < result.columns().size(); i++) {
                    row.add(String.valueOf(result.text(i)));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    /// Nanoseconds since the epoch of an ISO-8601 time.
    public static long ns(String time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, Instant.parse(time));
    }

    /// Deletes the segments that imports left, so that what follows reads the database.
    public static void deleteSegments(Path home) throws IOException {
        try (Stream<Path> segments = Files.list(home.resolve("segments"))) {
            for (Path segment : segments.toList()) {
                Files.delete(segment);
            }
        }
    }
}
