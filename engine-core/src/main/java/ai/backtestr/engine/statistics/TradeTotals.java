package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Trade;
import java.util.List;

/// Counts and sums of trades. A trade without profit or loss is neither won nor lost.
record TradeTotals(
        int count, int wins, int losses, long grossProfit, long grossLoss, long largestWin, long largestLoss) {
    static TradeTotals of(List<Trade> trades) {
        int wins = 0;
        int losses = 0;
        long grossProfit = 0;
        long grossLoss = 0;
        long largestWin = 0;
        long largestLoss = 0;
        for (Trade trade : trades) {
            if (trade.profit() > 0) {
                wins++;
                grossProfit += trade.profit();
                largestWin = Math.max(largestWin, trade.profit());
            } else if (trade.profit() < 0) {
                losses++;
                grossLoss -= trade.profit();
                largestLoss = Math.max(largestLoss, -trade.profit());
            }
        }
        return new TradeTotals(trades.size(), wins, losses, grossProfit, grossLoss, largestWin, largestLoss);
    }

    long profit() {
        return grossProfit - grossLoss;
    }

    /// Mean win over mean loss; `NaN` without either.
    double payoff() {
        return Ratio.of(Ratio.of(grossProfit, wins), Ratio.of(grossLoss, losses));
    }

    /// Kelly (1956), "A New Interpretation of Information Rate", for bets of two outcomes: p − (1 − p) / payoff.
    double kelly() {
        double winShare = Ratio.of(wins, count);
        return winShare - (1 - winShare) / payoff();
    }
}
