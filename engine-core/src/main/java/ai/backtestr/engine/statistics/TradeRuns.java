package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Trade;
import java.util.List;

/// Unbroken series of winning and of other trades, in the order in which they were closed.
///
/// @param runs how many series there are
record TradeRuns(int wins, int others, int runs, int longestWinning, int longestLosing) {
    static TradeRuns of(List<Trade> trades) {
        int[] counts = new int[2];
        int[] longest = new int[2];
        int runs = 0;
        int length = 0;
        int before = -1;
        for (Trade trade : trades) {
            int now = trade.profit() > 0 ? 1 : 0;
            if (now != before) {
                runs++;
                length = 0;
            }
            before = now;
            counts[now]++;
            longest[now] = Math.max(longest[now], ++length);
        }
        return new TradeRuns(counts[1], counts[0], runs, longest[1], longest[0]);
    }

    /// How far the number of series is from what chance gives, in deviations; above 0 wins and losses alternate
    /// more than by chance. Vince (1990), "Portfolio Management Formulas":
    /// (n (r − 1/2) − x) / √(x (x − n) / (n − 1)) for n trades in r series, with x = 2 · wins · others.
    double zScore() {
        double count = wins + others;
        double pairs = 2.0 * wins * others;
        double spread = pairs * (pairs - count) / (count - 1);
        return spread > 0 ? (count * (runs - 0.5) - pairs) / Math.sqrt(spread) : Double.NaN;
    }
}
