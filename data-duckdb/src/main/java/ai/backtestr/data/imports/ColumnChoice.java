package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of a file as the user states them, where its header or content does not tell: `time=0,bid=1,ask=2`.
///
/// A column is named by its number, counted from 0, or by its name in the header. The roles are `date`, `time`,
/// `symbol`, `bid`, `ask`, `bid_size`, `ask_size`, `price`, `size`, `side` and `buyer_maker`; of bars also `open`,
/// `high`, `low`, `close` and `volume`.
public final class ColumnChoice {
    private static final List<ColumnRole> BAR_ROLES =
            List.of(ColumnRole.OPEN, ColumnRole.HIGH, ColumnRole.LOW, ColumnRole.CLOSE);

    private final Map<ColumnRole, String> columns;

    private ColumnChoice(Map<ColumnRole, String> columns) {
        this.columns = columns;
    }

    /// Returns the roles that columns of ticks can have.
    public static List<String> tickRoles() {
        return roles().stream()
                .filter(role -> !BAR_ROLES.contains(role) && role != ColumnRole.VOLUME)
                .map(ColumnRole::optionName)
                .toList();
    }

    /// Returns the roles that columns of bars can have.
    public static List<String> barRoles() {
        return Stream.concat(
                        Stream.of(ColumnRole.DATE, ColumnRole.TIME, ColumnRole.SYMBOL),
                        Stream.concat(BAR_ROLES.stream(), Stream.of(ColumnRole.VOLUME)))
                .map(ColumnRole::optionName)
                .toList();
    }

    /// Reads `role=column` pairs divided by commas.
    ///
    /// @throws IllegalArgumentException if a role is unknown or named twice, or the roles make neither a
    ///     quote (time, bid, ask) nor a trade (time, price, size) nor a bar (time, open, high, low, close)
    public static ColumnChoice parse(String text) {
        Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw new IllegalArgumentException(
                        "'" + pair + "' does not say role=column; write columns like time=0,bid=1,ask=2");
            }
            ColumnRole role = role(pair.substring(0, equals).strip());
            if (columns.put(role, pair.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("the column of " + role.optionName() + " is stated twice");
            }
        }
        boolean quotes = columns.containsKey(ColumnRole.BID) && columns.containsKey(ColumnRole.ASK);
        boolean trades = columns.containsKey(ColumnRole.PRICE) && columns.containsKey(ColumnRole.SIZE);
        boolean bars = BAR_ROLES.stream().allMatch(columns::containsKey);
        if (!columns.containsKey(ColumnRole.TIME) || (bars ? quotes || trades : quotes == trades)) {
            throw new IllegalArgumentException("'" + text
                    + "' has to state either time, bid and ask, or time, price and size, or of bars time, open, high,"
                    + " low and close");
        }
        return new ColumnChoice(columns);
    }

    private static ColumnRole role(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replace('-', '_');
        return roles().stream()
                .filter(role -> role.optionName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not the role of a column; there are "
                        + roles().stream().map(ColumnRole::optionName).collect(Collectors.joining(", "))));
    }

    private static List<ColumnRole> roles() {
        return Arrays.stream(ColumnRole.values())
                .filter(role -> role != ColumnRole.FLAGS)
                .toList();
    }

    /// Tells whether they are columns of bars.
    public boolean isOfBars() {
        return columns.keySet().containsAll(BAR_ROLES);
    }

    /// Finds the columns in a file.
    ///
    /// @param header the names of its columns, empty if it names none
    /// @param count how many columns its rows have
    Columns in(SourceFile file, List<String> header, int count) {
        Map<ColumnRole, Integer> places = new EnumMap<>(ColumnRole.class);
        columns.forEach((role, column) -> places.put(role, place(file, column, header, count)));
        return new Columns(count, places);
    }

    private static int place(SourceFile file, String column, List<String> header, int count) {
        int named = header.indexOf(column);
        if (named >= 0) {
            return named;
        }
        if (column.matches("\\d{1,4}") && Integer.parseInt(column) < count) {
            return Integer.parseInt(column);
        }
        throw new StoreException(file.where() + " has no column '" + column + "'; it has "
                + (header.isEmpty() ? count + ", numbered from 0" : String.join(", ", header)));
    }
}
