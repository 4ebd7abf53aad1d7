package ai.backtestr.desktop.table;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.engine.time.WallClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the conditions that a user types, separated by commas, all of which are to hold: `spread > 0.0002`, `bid
/// 1.08..1.09`, `time >= 2014-05-02 12:00`, `time 2014-05-02..2014-05-03`. A range of times leaves its end out, one
/// of numbers does not.
final class FilterText {
    private static final Pattern COMPARISON = Pattern.compile("\\s*(\\w+)\\s*(<=|>=|<|>|=)\\s*(\\S.*?)\\s*");
    private static final Pattern RANGE = Pattern.compile("\\s*(\\w+)\\s+(\\S.*?)\\s*\\.\\.\\s*(\\S.*?)\\s*");
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private FilterText() {}

    /// Returns what is typed as conditions, none for nothing; times are those of a clock unless they name a zone.
    ///
    /// @throws ProblemException if it is not understood
    static List<RowCondition> parse(String text, List<NumberColumn> columns, WallClock clock) {
        List<RowCondition> conditions = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                conditions.add(condition(part, columns, clock));
            }
        }
        return conditions;
    }

    private static RowCondition condition(String part, List<NumberColumn> columns, WallClock clock) {
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            int column = column(range.group(1), columns);
            NumberColumn of = columns.get(column);
            String last = of.kind() == NumberColumn.Kind.TIME ? "<" : "<=";
            return new RowCondition(
                    column, least(of, ">=", range.group(2), clock), most(of, last, range.group(3), clock));
        }
        Matcher comparison = COMPARISON.matcher(part);
        if (!comparison.matches()) {
            throw new ProblemException("'" + part.strip() + "' is no condition; take one such as '"
                    + filtered(columns).getLast().name() + " > 1' or 'time 2020-03-09..2020-03-10'");
        }
        int column = column(comparison.group(1), columns);
        NumberColumn of = columns.get(column);
        return new RowCondition(
                column,
                least(of, comparison.group(2), comparison.group(3), clock),
                most(of, comparison.group(2), comparison.group(3), clock));
    }

    private static int column(String name, List<NumberColumn> columns) {
        for (NumberColumn column : filtered(columns)) {
            if (column.name().equals(name.toLowerCase(Locale.ROOT))) {
                return columns.indexOf(column);
            }
        }
        throw new ProblemException("there is no column '" + name + "' to filter by; there are " + names(columns));
    }

    private static List<NumberColumn> filtered(List<NumberColumn> columns) {
        return columns.stream()
                .filter(column -> column.kind() == NumberColumn.Kind.TIME || column.kind() == NumberColumn.Kind.DECIMAL)
                .toList();
    }

    /// Returns the columns that conditions can be made of.
    static String names(List<NumberColumn> columns) {
        return filtered(columns).stream().map(NumberColumn::name).collect(Collectors.joining(", "));
    }

    private static long least(NumberColumn column, String operator, String text, WallClock clock) {
        return switch (operator) {
            case ">" ->
                bounded(value(column, text, clock)
                        .setScale(0, RoundingMode.FLOOR)
                        .add(BigDecimal.ONE));
            case ">=", "=" -> bounded(value(column, text, clock).setScale(0, RoundingMode.CEILING));
            default -> Long.MIN_VALUE;
        };
    }

    private static long most(NumberColumn column, String operator, String text, WallClock clock) {
        return switch (operator) {
            case "<" ->
                bounded(value(column, text, clock)
                        .setScale(0, RoundingMode.CEILING)
                        .subtract(BigDecimal.ONE));
            case "<=", "=" -> bounded(value(column, text, clock).setScale(0, RoundingMode.FLOOR));
            default -> Long.MAX_VALUE;
        };
    }

    private static long bounded(BigDecimal units) {
        return units.max(LEAST).min(MOST).longValue();
    }

    /// Returns a value in units of its column, which may have a fraction.
    private static BigDecimal value(NumberColumn column, String text, WallClock clock) {
        try {
            return column.kind() == NumberColumn.Kind.TIME
                    ? BigDecimal.valueOf(clock.parse(text))
                    : new BigDecimal(text).movePointRight(column.scale());
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw new ProblemException(
                    "'" + text + "' is no "
                            + (column.kind() == NumberColumn.Kind.TIME
                                    ? "time, such as 2020-03-09 or 2020-03-09 14:30:05.250"
                                    : "number")
                            + " for " + column.name(),
                    e);
        }
    }
}
