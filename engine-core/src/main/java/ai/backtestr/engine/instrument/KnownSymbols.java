package ai.backtestr.engine.instrument;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Symbols that mean the same to everyone, from the tables beside this class. Symbols are in capitals.
final class KnownSymbols {
    /// @param contractSize money per point and contract
    /// @param tickSize smallest step of the price
    record Future(BigDecimal contractSize, BigDecimal tickSize, String currency) {}

    /// @param zone the exchange's
    record Index(String currency, String zone) {}

    /// A root, the letter of a month, and one, two or four digits of a year.
    private static final Pattern DATED = Pattern.compile("([A-Z0-9]+?)[._-]?[FGHJKMNQUVXZ](\\d|\\d\\d|20\\d\\d)");

    /// Roots that mean a coin or a share when they stand alone.
    private static final Set<String> DATED_ONLY = Set.of("BTC", "ETH", "MET");

    private static final Map<String, Future> FUTURES = new HashMap<>();
    private static final Map<String, Index> INDICES = new HashMap<>();
    private static final Set<String> STOCKS = new HashSet<>();

    static {
        for (String[] cells : rows("futures.csv")) {
            FUTURES.put(cells[0], new Future(new BigDecimal(cells[2]), new BigDecimal(cells[3]), cells[4]));
        }
        for (String[] cells : rows("indices.csv")) {
            INDICES.put(cells[0], new Index(cells[1], cells[2]));
        }
        for (String[] cells : rows("stocks.csv")) {
            STOCKS.add(cells[0]);
        }
    }

    private KnownSymbols() {}

    /// Returns the future of that root or dated contract, or null.
    static @Nullable Future future(String symbol) {
        if (!DATED_ONLY.contains(symbol) && FUTURES.containsKey(symbol)) {
            return FUTURES.get(symbol);
        }
        Matcher dated = DATED.matcher(symbol);
        return dated.matches() ? FUTURES.get(dated.group(1)) : null;
    }

    /// Returns the index of that name, with or without its currency behind it, or null.
    static @Nullable Index index(String symbol) {
        Index index = INDICES.get(symbol);
        int end = symbol.length() - 3;
        if (index != null || end < 1) {
            return index;
        }
        Index before = INDICES.get(symbol.substring(0, end));
        return before != null && symbol.endsWith(before.currency) ? before : null;
    }

    static boolean isStock(String symbol) {
        return STOCKS.contains(symbol);
    }

    private static List<String[]> rows(String table) {
        try (InputStream in = KnownSymbols.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException("the program's own " + table + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the program's own " + table + " cannot be read", e);
        }
    }
}
