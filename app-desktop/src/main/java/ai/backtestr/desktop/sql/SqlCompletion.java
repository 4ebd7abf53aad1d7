package ai.backtestr.desktop.sql;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the word at the cursor may be going to be.
///
/// @param from where the word begins
/// @param candidates what can stand in its place, the likeliest first
record SqlCompletion(int from, List<String> candidates) {
    private static final int MOST = 12;
    private static final Pattern WORD = Pattern.compile("(?:(\\w+)\\.)?(\\w*)\\z");
    private static final Pattern TABLE_NEXT = Pattern.compile("(?is).*\\b(from|join|describe|summarize)\\s+\\w*\\z");
    private static final Pattern TOKEN = Pattern.compile("\\w+");
    private static final Pattern ALIAS = Pattern.compile("(?i)\\b(?:from|join)\\s+(\\w+)(?:\\s+as)?\\s+(\\w+)");
    private static final List<String> KEYWORDS = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "GROUP BY",
            "ORDER BY",
            "HAVING",
            "LIMIT",
            "OFFSET",
            "JOIN",
            "LEFT JOIN",
            "ASOF JOIN",
            "ON",
            "USING",
            "AND",
            "OR",
            "NOT",
            "BETWEEN",
            "IN",
            "IS NULL",
            "IS NOT NULL",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "AS",
            "ASC",
            "DESC",
            "DISTINCT",
            "WITH",
            "UNION ALL",
            "OVER",
            "PARTITION BY",
            "QUALIFY",
            "COUNT(*)",
            "SUM(",
            "AVG(",
            "MIN(",
            "MAX(",
            "MEDIAN(",
            "STDDEV(",
            "QUANTILE_CONT(",
            "FIRST(",
            "LAST(",
            "LAG(",
            "LEAD(",
            "ROW_NUMBER()",
            "TIME_BUCKET(",
            "DATE_TRUNC(",
            "EPOCH_MS(",
            "INTERVAL",
            "TIMESTAMP",
            "CAST(",
            "COALESCE(",
            "DESCRIBE",
            "SHOW TABLES",
            "SUMMARIZE");

    /// Finds what fits.
    ///
    /// @param text the statement
    /// @param caret where the cursor stands in it
    static SqlCompletion at(String text, int caret, SqlNames names) {
        String before = text.substring(0, caret);
        Matcher word = WORD.matcher(before);
        if (!word.find()) {
            return new SqlCompletion(caret, List.of());
        }
        String typed = word.group(2);
        return new SqlCompletion(caret - typed.length(), fitting(typed, word.group(1), before, text, names));
    }

    private static List<String> fitting(String typed, String qualifier, String before, String text, SqlNames names) {
        if (qualifier != null) {
            return starting(typed, names.columns().getOrDefault(table(qualifier, text), List.of()).stream());
        }
        if (TABLE_NEXT.matcher(before).matches()) {
            return starting(typed, names.columns().keySet().stream());
        }
        if (typed.isEmpty()) {
            return List.of();
        }
        Stream<String> all = Stream.of(
                        columnsOfTablesIn(text, names), names.columns().keySet(), KEYWORDS)
                .flatMap(Collection::stream);
        return starting(typed, all);
    }

    /// The table that a name in the statement stands for.
    private static String table(String name, String text) {
        Matcher alias = ALIAS.matcher(text);
        while (alias.find()) {
            if (alias.group(2).equalsIgnoreCase(name)) {
                return alias.group(1).toLowerCase(Locale.ROOT);
            }
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static Set<String> columnsOfTablesIn(String text, SqlNames names) {
        Set<String> columns = new LinkedHashSet<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            columns.addAll(names.columns().getOrDefault(token.group().toLowerCase(Locale.ROOT), List.of()));
        }
        return columns;
    }

    private static List<String> starting(String typed, Stream<String> all) {
        String start = typed.toLowerCase(Locale.ROOT);
        return all.filter(name -> name.toLowerCase(Locale.ROOT).startsWith(start) && !name.equalsIgnoreCase(typed))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
