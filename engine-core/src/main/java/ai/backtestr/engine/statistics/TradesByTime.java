package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.time.Times;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Closed trades by when they were entered, on the clock of a zone: a trade counts as a whole to the weekday, the
/// hour and the month of its entry, since that is when it was decided on.
public final class TradesByTime {
    /// The trades of one weekday, hour or month.
    ///
    /// @param label the weekday in English, the hour as `00` to `23`, the month as `2024-03`
    /// @param trades how many were entered then
    /// @param wins how many of them had a profit above 0 after fees
    /// @param losses how many had a loss
    /// @param grossProfit sum of the winning ones, as [ai.backtestr.engine.number.Money]
    /// @param grossLoss sum of the losing ones, as a positive number
    public record Row(String label, int trades, int wins, int losses, long grossProfit, long grossLoss) {
        /// Returns what all of them earned.
        public long profit() {
            return grossProfit - grossLoss;
        }
    }

    private TradesByTime() {}

    /// Returns a row for each weekday, Monday first, those without trades included.
    public static List<Row> weekdays(List<Trade> trades, ZoneId zone) {
        Map<DayOfWeek, List<Trade>> groups = grouped(trades, zone, ZonedDateTime::getDayOfWeek);
        return rows(List.of(DayOfWeek.values()), groups, TradesByTime::nameOf);
    }

    private static String nameOf(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /// Returns a row for each of the 24 hours, those without trades included.
    public static List<Row> hours(List<Trade> trades, ZoneId zone) {
        List<Integer> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            hours.add(hour);
        }
        return rows(hours, grouped(trades, zone, ZonedDateTime::getHour), hour -> hour < 10 ? "0" + hour : "" + hour);
    }

    /// Returns a row for each month that has trades, oldest first.
    public static List<Row> months(List<Trade> trades, ZoneId zone) {
        Map<YearMonth, List<Trade>> groups = grouped(trades, zone, YearMonth::from);
        return rows(List.copyOf(groups.keySet()), groups, YearMonth::toString);
    }

    private static <K extends Comparable<? super K>> Map<K, List<Trade>> grouped(
            List<Trade> trades, ZoneId zone, Function<ZonedDateTime, K> key) {
        Map<K, List<Trade>> groups = new TreeMap<>();
        for (Trade trade : trades) {
            K group = key.apply(Times.instant(trade.entryNs()).atZone(zone));
            groups.computeIfAbsent(group, any -> new ArrayList<>()).add(trade);
        }
        return groups;
    }

    private static <K> List<Row> rows(List<K> keys, Map<K, List<Trade>> groups, Function<K, String> label) {
        return keys.stream()
                .map(key -> row(label.apply(key), TradeTotals.of(groups.getOrDefault(key, List.of()))))
                .toList();
    }

    private static Row row(String label, TradeTotals totals) {
        return new Row(label, totals.count(), totals.wins(), totals.losses(), totals.grossProfit(), totals.grossLoss());
    }
}
