package ai.backtestr.desktop.report;

import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.ModelGaps;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.BarDataRun;
import ai.backtestr.engine.run.Portfolio;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What was run, on what, and how it went, in a dozen lines.
public final class RunFacts {
    /// One line of them.
    ///
    /// @param name what it is
    /// @param text how it is
    public record Fact(String name, String text) {}

    private RunFacts() {}

    /// Returns what was run and on what.
    public static List<Fact> setup(BacktestResult result) {
        BacktestSpec spec = result.spec();
        String currency = result.currency();
        String parameters = spec.parameters().texts().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
        BarDataRun barData = result.barData();
        String kind = barData == null ? "Ticks" : "Bars";
        return List.of(
                new Fact("Symbol", InstrumentTable.title(result)),
                new Fact("Strategy", spec.strategy().name() + " " + parameters),
                new Fact(
                        "Account",
                        FigureText.decimal(Money.toDecimal(spec.startingCash())) + " " + currency + ", leverage "
                                + spec.leverage().stripTrailingZeros().toPlainString() + ", commission "
                                + spec.commission()),
                new Fact("Period", Times.format(result.firstNs()) + " to " + Times.format(result.lastNs())),
                new Fact(kind, FigureText.count(result.ticks()) + (barData == null ? "" : bars(barData))),
                new Fact(kind + " a second", FigureText.count(Math.round(result.ticksPerSecond()))));
    }

    private static String bars(BarDataRun barData) {
        return " of bar data " + barData.timeframe() + ", path assumption " + barData.path();
    }

    /// Says how much of a run on bar data rests on what was assumed of the inside of bars.
    public static String dependence(BarDataRun barData) {
        return barData.dependentFills() == 0
                ? "no fill depends on it"
                : FigureText.count(barData.dependentFills())
                        + (barData.dependentFills() == 1 ? " fill in " : " fills in ")
                        + FigureText.count(barData.dependentBars())
                        + (barData.dependentBars() == 1 ? " bar" : " bars")
                        + " could have gone otherwise; compare the other assumptions";
    }

    /// Returns the figures that are asked for first.
    public static List<Fact> outcome(BacktestResult result) {
        List<Fact> facts = new ArrayList<>();
        Portfolio portfolio = result.portfolio();
        if (portfolio != null) {
            facts.add(new Fact("Conversion", InstrumentTable.conversion(portfolio)));
        }
        facts.add(new Fact("Trades", figure(result, "trades")));
        facts.add(new Fact("Net profit", figure(result, "netProfit") + " (" + figure(result, "returnPercent") + ")"));
        facts.add(new Fact(
                "Max drawdown", figure(result, "maxDrawdown") + " (" + figure(result, "maxDrawdownPercent") + ")"));
        facts.add(new Fact("Sharpe ratio", figure(result, "sharpe")));
        BarDataRun barData = result.barData();
        if (barData != null) {
            facts.add(new Fact("Path " + barData.path(), dependence(barData)));
        }
        if (!result.gaps().equals(ModelGaps.NONE)) {
            facts.add(new Fact("Not known", result.gaps().text()));
        }
        if (!result.rejections().isEmpty()) {
            facts.add(new Fact(
                    "Rejected orders",
                    FigureText.count(result.rejections().size()) + ", the first because "
                            + result.rejections().getFirst().reason()));
        }
        if (result.rejectedTicks() > 0) {
            facts.add(new Fact(
                    "Rejected ticks",
                    FigureText.count(result.rejectedTicks()) + ", the first: " + result.firstRejectedTick()));
        }
        return facts;
    }

    private static String figure(BacktestResult result, String id) {
        return FigureText.of(result.statistics().get(id), result.currency());
    }

    /// Returns by what the run can be told from others.
    public static Fact hash(BacktestResult result) {
        return new Fact("Result hash", result.resultHash());
    }
}
