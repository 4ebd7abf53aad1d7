package ai.backtestr.desktop.honesty;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.Finding;
import ai.backtestr.engine.honesty.BestTrades;
import ai.backtestr.engine.honesty.TradesPerParameter;
import ai.backtestr.engine.honesty.Verdict;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BarDataRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The checks that need nothing but the result.
final class QuickChecks {
    private QuickChecks() {}

    static List<Finding> of(BacktestResult result) {
        List<Finding> findings = new ArrayList<>();
        findings.add(bestTrades(BestTrades.of(result.trades()), result.currency()));
        findings.add(
                parameters(TradesPerParameter.of(result.spec(), result.trades().size())));
        BarDataRun barData = result.barData();
        if (barData != null) {
            findings.add(insideOfBars(barData, result.fills().size()));
        }
        return findings;
    }

    private static Finding bestTrades(BestTrades best, String currency) {
        String text = best.profit() <= 0
                ? "The closed trades earned nothing, so there is no profit to come from a few of them."
                : "The best " + best.best() + " of " + FigureText.count(best.trades()) + " trades made "
                        + percent(best.share()) + " of the profit; the others together made "
                        + FigureText.decimal(Money.toDecimal(best.profitWithoutBest())) + " " + currency + ".";
        return new Finding("best-trades", "Best five trades", best.verdict(), text);
    }

    private static Finding parameters(TradesPerParameter counts) {
        String names = counts.parameters().isEmpty() ? "" : " (" + String.join(", ", counts.parameters()) + ")";
        String text = FigureText.count(counts.trades()) + (counts.trades() == 1 ? " trade" : " trades") + " for "
                + counts.parameters().size()
                + (counts.parameters().size() == 1 ? " parameter" : " parameters") + " that could have been fitted"
                + names + ": " + FigureText.decimal(BigDecimal.valueOf(counts.ratio()))
                + " for each. Below 30 luck is hard to rule out, below 10 impossible.";
        return new Finding("trades-per-parameter", "Trades per parameter", counts.verdict(), text);
    }

    private static Finding insideOfBars(BarDataRun barData, int fills) {
        Verdict verdict = barData.dependentFills() == 0 ? Verdict.PASSED : Verdict.DOUBTFUL;
        String text = barData.dependentFills() == 0
                ? "No fill depends on how the price went through a bar."
                : FigureText.count(barData.dependentFills()) + " of " + FigureText.count(fills)
                        + " fills depend on the assumption that the price went through its bar " + barData.path()
                        + "; compare the other paths below, or run on ticks.";
        return new Finding("inside-bars", "Inside of bars", verdict, text);
    }

    static String percent(double share) {
        return FigureText.decimal(BigDecimal.valueOf(100 * share)) + " %";
    }
}
