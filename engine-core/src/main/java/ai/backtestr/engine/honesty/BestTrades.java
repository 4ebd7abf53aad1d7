package ai.backtestr.engine.honesty;

import ai.backtestr.engine.account.Trade;
import java.util.Comparator;
import java.util.List;

/// How much of what a run earned comes from its best few trades.
///
/// @param trades all closed trades
/// @param best how many of them are the best
/// @param profitOfBest what those earned together, as [ai.backtestr.engine.number.Money]
/// @param profit what all of them earned
public record BestTrades(int trades, int best, long profitOfBest, long profit) {
    /// How many are looked at.
    public static final int COUNT = 5;

    private static final double DOUBTFUL_SHARE = 0.5;

    /// Looks at the best five.
    public static BestTrades of(List<Trade> trades) {
        long profitOfBest = trades.stream()
                .map(Trade::profit)
                .sorted(Comparator.reverseOrder())
                .limit(COUNT)
                .mapToLong(Long::longValue)
                .sum();
        long profit = trades.stream().mapToLong(Trade::profit).sum();
        return new BestTrades(trades.size(), Math.min(COUNT, trades.size()), profitOfBest, profit);
    }

    /// Returns what the others earned.
    public long profitWithoutBest() {
        return profit - profitOfBest;
    }

    /// Returns the share of the profit, above 1 where the others lost; `NaN` if there is no profit.
    public double share() {
        return profit <= 0 ? Double.NaN : (double) profitOfBest / profit;
    }

    /// Doubtful from one half of the profit on; failed where nothing is left without them. Says nothing of a run
    /// that did not earn anything.
    public Verdict verdict() {
        return profit <= 0 ? Verdict.NOT_CHECKED : Verdict.ofLow(share(), DOUBTFUL_SHARE, 1);
    }
}
