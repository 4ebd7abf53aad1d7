package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.time.Times;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What equity gained in a calendar month. A trading day counts to the month, in UTC, in which it ends; one that
/// ends at midnight to the month before.
///
/// @param month the month
/// @param startEquity equity at its start, as [ai.backtestr.engine.number.Money]
/// @param profit equity at its end less that at its start, open positions included
public record MonthProfit(YearMonth month, long startEquity, long profit) {

    /// Returns the months that had trading days, oldest first.
    static List<MonthProfit> of(EquityCurve curve, long startEquity) {
        List<MonthProfit> months = new ArrayList<>();
        List<Long> ends = curve.dayEnds();
        List<Long> times = curve.dayTimes();
        long monthStart = startEquity;
        for (int i = 0; i < ends.size(); i++) {
            YearMonth month = monthOf(times.get(i));
            boolean isLast = i == ends.size() - 1 || !month.equals(monthOf(times.get(i + 1)));
            if (isLast) {
                months.add(new MonthProfit(month, monthStart, ends.get(i) - monthStart));
                monthStart = ends.get(i);
            }
        }
        return List.copyOf(months);
    }

    private static YearMonth monthOf(long dayEndNs) {
        return YearMonth.from(Times.instant(dayEndNs - 1).atZone(ZoneOffset.UTC));
    }
}
