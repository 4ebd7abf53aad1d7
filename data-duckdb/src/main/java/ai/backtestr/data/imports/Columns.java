package ai.backtestr.data.imports;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which column of a file holds what.
final class Columns {
    static final int NONE = -1;

    /// The column of an exported file that tells quotes from trades; the other's columns are empty.
    private static final String KIND = "kind";

    private static final List<ColumnRole> QUOTE_ROLES =
            List.of(ColumnRole.BID, ColumnRole.ASK, ColumnRole.BID_SIZE, ColumnRole.ASK_SIZE);
    private static final List<ColumnRole> TRADE_ROLES =
            List.of(ColumnRole.PRICE, ColumnRole.SIZE, ColumnRole.SIDE, ColumnRole.BUYER_MAKER);

    private static final List<ColumnRole> PRICES_OF_BARS =
            List.of(ColumnRole.OPEN, ColumnRole.HIGH, ColumnRole.LOW, ColumnRole.CLOSE);

    private final int count;
    private final Map<ColumnRole, Integer> places;

    /// @param count how many columns a row has
    /// @param places the columns, counted from 0
    Columns(int count, Map<ColumnRole, Integer> places) {
        this.count = count;
        this.places = new EnumMap<>(places);
    }

    /// Columns by place: the first role stands in column 0, and so on; `null` marks a column that is not read.
    static Columns inOrder(@Nullable ColumnRole... roles) {
        Map<ColumnRole, Integer> places = new EnumMap<>(ColumnRole.class);
        for (int i = 0; i < roles.length; i++) {
            ColumnRole role = roles[i];
            if (role != null) {
                places.put(role, i);
            }
        }
        return new Columns(roles.length, places);
    }

    /// Finds the columns by the names in a header: those of quotes, or else those of trades, or both where a column
    /// `kind` says that rows are one or the other. Where it names none, the columns are not [#complete()].
    static Columns named(List<String> header) {
        Map<ColumnRole, Integer> places = places(header);
        places.keySet().removeAll(PRICES_OF_BARS);
        places.remove(ColumnRole.VOLUME);
        boolean quotes = places.containsKey(ColumnRole.BID) && places.containsKey(ColumnRole.ASK);
        boolean trades = places.containsKey(ColumnRole.PRICE) && places.containsKey(ColumnRole.SIZE);
        boolean saysWhich = header.stream().map(ColumnRole::plain).anyMatch(KIND::equals);
        if (quotes && trades && saysWhich) {
            return new Columns(header.size(), places);
        }
        if (quotes) {
            places.keySet().removeAll(TRADE_ROLES);
        } else {
            places.keySet().removeAll(QUOTE_ROLES);
        }
        return new Columns(header.size(), places);
    }

    /// Finds the columns of bars by the names in a header; they need not be [#haveBars()].
    static Columns ofBars(List<String> header) {
        Map<ColumnRole, Integer> places = places(header);
        places.keySet().removeAll(QUOTE_ROLES);
        places.keySet().removeAll(TRADE_ROLES);
        return new Columns(header.size(), places);
    }

    private static Map<ColumnRole, Integer> places(List<String> header) {
        List<String> names = header.stream().map(ColumnRole::plain).toList();
        Map<ColumnRole, Integer> places = new EnumMap<>(ColumnRole.class);
        for (ColumnRole role : ColumnRole.values()) {
            role.names().stream()
                    .mapToInt(names::indexOf)
                    .filter(at -> at != NONE)
                    .findFirst()
                    .ifPresent(at -> places.put(role, at));
        }
        // A day is looked for only where the time of day is found to stand alone.
        places.remove(ColumnRole.DATE);
        places.remove(ColumnRole.FLAGS);
        return places;
    }

    /// The same columns and one more.
    Columns with(ColumnRole role, int place) {
        Map<ColumnRole, Integer> more = new EnumMap<>(places);
        more.put(role, place);
        return new Columns(count, more);
    }

    /// Returns the roles of the columns, from the left; an empty text where one is not read.
    List<String> roles() {
        String[] roles = new String[count];
        Arrays.fill(roles, "");
        places.forEach((role, place) -> roles[place] = role.optionName());
        return List.of(roles);
    }

    int count() {
        return count;
    }

    /// The column of that role, [#NONE] if there is none.
    int at(ColumnRole role) {
        return places.getOrDefault(role, NONE);
    }

    boolean has(ColumnRole role) {
        return places.containsKey(role);
    }

    boolean haveQuotes() {
        return has(ColumnRole.BID) && has(ColumnRole.ASK);
    }

    boolean haveTrades() {
        return has(ColumnRole.PRICE) && has(ColumnRole.SIZE);
    }

    boolean haveBars() {
        return places.keySet().containsAll(PRICES_OF_BARS);
    }

    /// Tells whether a tick can be made of them.
    boolean complete() {
        return has(ColumnRole.TIME) && (haveQuotes() || haveTrades());
    }

    /// Tells whether any text of that row is a column name this class knows.
    static boolean knowsAny(List<String> texts) {
        return texts.stream().map(ColumnRole::plain).anyMatch(Columns::isName);
    }

    private static boolean isName(String plain) {
        for (ColumnRole role : ColumnRole.values()) {
            if (role.names().contains(plain)) {
                return true;
            }
        }
        return false;
    }
}
