package ai.backtestr.engine.statistics;

import java.util.ArrayList;
import java.util.List;

/// Falls of equity at the end of trading days: each lasts from the day of the peak to the day on which equity is
/// back at it, or to the last day.
final class Drawdowns {
    /// @param share the deepest of it, as a share of the peak
    /// @param recoveryNs from the deepest day to the end
    private record Drawdown(double share, long lengthNs, long recoveryNs) {}

    private final List<Drawdown> all = new ArrayList<>();
    private double squares;
    private int days;

    private Drawdowns() {}

    /// @param startNs when equity was `startEquity`
    /// @param dayTimes when each day ended
    static Drawdowns of(long startNs, long startEquity, List<Long> dayTimes, List<Long> dayEnds) {
        Drawdowns drawdowns = new Drawdowns();
        long peak = startEquity;
        long peakNs = startNs;
        double deepest = 0;
        long deepestNs = startNs;
        for (int i = 0; i < dayEnds.size(); i++) {
            long equity = dayEnds.get(i);
            double share = Math.max(0, (double) (peak - equity) / peak);
            if (share > deepest) {
                deepest = share;
                deepestNs = dayTimes.get(i);
            }
            drawdowns.addDay(share);
            boolean isOver = equity >= peak || i == dayEnds.size() - 1;
            if (isOver && deepest > 0) {
                drawdowns.all.add(new Drawdown(deepest, dayTimes.get(i) - peakNs, dayTimes.get(i) - deepestNs));
                deepest = 0;
            }
            if (equity >= peak) {
                peak = equity;
                peakNs = dayTimes.get(i);
            }
        }
        return drawdowns;
    }

    private void addDay(double share) {
        days++;
        squares += share * share;
    }

    /// The mean of the depths, as a share; `NaN` if equity never fell.
    double averageShare() {
        return all.stream().mapToDouble(Drawdown::share).average().orElse(Double.NaN);
    }

    Durations lengths() {
        return Durations.of(all.stream().mapToLong(Drawdown::lengthNs));
    }

    Durations recoveries() {
        return Durations.of(all.stream().mapToLong(Drawdown::recoveryNs));
    }

    /// Root of the mean square of the daily distance from the peak, as a share: Martin and McCann (1989), "The
    /// Investor's Guide to Fidelity Funds".
    double ulcerIndex() {
        return days == 0 ? Double.NaN : Math.sqrt(squares / days);
    }
}
