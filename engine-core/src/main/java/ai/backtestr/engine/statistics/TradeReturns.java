package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Books;
import ai.backtestr.engine.account.Trade;
import java.util.List;

/// What trades earned for what was put into them: profit after fees over price times quantity at the entry.
final class TradeReturns {
    private final Sample returns;
    private final Sample profits;
    private final double geometricMean;

    private TradeReturns(double[] returns, double[] profits) {
        this.returns = new Sample(returns);
        this.profits = new Sample(profits);
        this.geometricMean = geometricMean(returns);
    }

    static TradeReturns of(Books account, List<Trade> trades) {
        double[] returns = new double[trades.size()];
        double[] profits = new double[trades.size()];
        for (int i = 0; i < returns.length; i++) {
            Trade trade = trades.get(i);
            profits[i] = trade.profit();
            returns[i] = Ratio.of(trade.profit(), account.worth(trade, trade.entryPrice()));
        }
        return new TradeReturns(returns, profits);
    }

    private static double geometricMean(double[] returns) {
        double logarithms = 0;
        for (double value : returns) {
            logarithms += Math.log1p(value);
        }
        return Math.expm1(Ratio.of(logarithms, returns.length));
    }

    Sample sample() {
        return returns;
    }

    /// The constant return a trade that compounds to what all of them do; `NaN` if one lost all or more.
    double geometricMean() {
        return Double.isInfinite(geometricMean) ? Double.NaN : geometricMean;
    }

    /// Tharp (2008), "Definitive Guide to Position Sizing".
    double systemQuality() {
        return Math.sqrt(profits.size()) * Ratio.of(profits.mean(), profits.deviation());
    }
}
