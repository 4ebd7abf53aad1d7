package ai.backtestr.desktop.report;

import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
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
        String currency = result.instrument().quoteCurrency();
        String parameters = spec.parameters().texts().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
        return List.of(
                new Fact("Symbol", result.instrument().title()),
                new Fact("Strategy", spec.strategy().name() + " " + parameters),
                new Fact(
                        "Account",
                        FigureText.decimal(Money.toDecimal(spec.startingCash())) + " " + currency + ", leverage "
                                + spec.leverage().stripTrailingZeros().toPlainString() + ", commission "
                                + spec.commission()),
                new Fact("Period", Times.format(result.firstNs()) + " to " + Times.format(result.lastNs())),
                new Fact("Ticks", FigureText.count(result.ticks())),
                new Fact("Ticks a second", FigureText.count(Math.round(result.ticksPerSecond()))));
    }

    /// Returns the figures that are asked for first.
    public static List<Fact> outcome(BacktestResult result) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Trades", figure(result, "trades")));
        facts.add(new Fact("Net profit", figure(result, "netProfit") + " (" + figure(result, "returnPercent") + ")"));
        facts.add(new Fact(
                "Max drawdown", figure(result, "maxDrawdown") + " (" + figure(result, "maxDrawdownPercent") + ")"));
        facts.add(new Fact("Sharpe ratio", figure(result, "sharpe")));
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
        return FigureText.of(result.statistics().get(id), result.instrument().quoteCurrency());
    }

    /// Returns by what the run can be told from others.
    public static Fact hash(BacktestResult result) {
        return new Fact("Result hash", result.resultHash());
    }
}
