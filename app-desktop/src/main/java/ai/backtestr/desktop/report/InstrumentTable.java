package ai.backtestr.desktop.report;

import ai.backtestr.engine.currency.FixedRate;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.Portfolio;
import ai.backtestr.engine.statistics.Statistic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What came of each instrument of a run over several, as rows of texts for people. Money is in the account's
/// currency.
public final class InstrumentTable {
    /// The columns of [#rows]; all but the first are numbers.
    public static final List<String> COLUMNS = List.of(
            "instrument",
            "ticks",
            "trades",
            "win rate",
            "closed profit",
            "open profit",
            "fees",
            "swap",
            "slippage",
            "position");

    private InstrumentTable() {}

    /// Returns a row for each instrument; none of a run on one in its own currency.
    public static List<List<String>> rows(BacktestResult result) {
        Portfolio portfolio = result.portfolio();
        return portfolio == null
                ? List.of()
                : portfolio.instruments().stream()
                        .map(traded -> row(traded, portfolio.currency()))
                        .toList();
    }

    private static List<String> row(Portfolio.Traded traded, String currency) {
        return List.of(
                traded.instrument().title(),
                FigureText.count(traded.data().ticks()),
                FigureText.of(figure(traded, "trades"), currency),
                FigureText.of(figure(traded, "winRate"), currency),
                money(closedProfit(traded)),
                money(Money.toDecimal(traded.openProfit())),
                money(Money.toDecimal(traded.fees())),
                money(Money.toDecimal(traded.swap())),
                money(Money.toDecimal(traded.slippage())),
                traded.instrument().formatQuantity(traded.position()));
    }

    private static String money(BigDecimal amount) {
        return FigureText.decimal(amount);
    }

    /// Gross profit less gross loss, after fees and swap.
    static BigDecimal closedProfit(Portfolio.Traded traded) {
        return value(traded, "grossProfit").subtract(value(traded, "grossLoss"));
    }

    private static BigDecimal value(Portfolio.Traded traded, String id) {
        BigDecimal value = figure(traded, id).value();
        return value == null ? BigDecimal.ZERO : value;
    }

    private static Statistic figure(Portfolio.Traded traded, String id) {
        return traded.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// Returns the symbols of all instruments, as people are to read them.
    public static String title(BacktestResult result) {
        Portfolio portfolio = result.portfolio();
        return portfolio == null
                ? result.instrument().title()
                : portfolio.instruments().stream()
                        .map(traded -> traded.instrument().title())
                        .collect(Collectors.joining(", "));
    }

    /// Says by which rates and rule money was converted, and how old the oldest was.
    public static String conversion(Portfolio portfolio) {
        Map<String, Long> ages = new LinkedHashMap<>();
        for (Portfolio.Traded traded : portfolio.instruments()) {
            if (!traded.conversion().isEmpty()) {
                String way = traded.instrument().quoteCurrency() + " by " + traded.conversion();
                ages.merge(way, traded.longestAgeNs(), Math::max);
            }
        }
        String stated = portfolio.stated().stream().map(FixedRate::toString).collect(Collectors.joining(" "));
        String all = ages.entrySet().stream()
                .map(way -> way.getKey() + age(way.getValue()))
                .collect(Collectors.joining("; "));
        return (all.isEmpty() ? "none needed" : all + "; " + portfolio.rule())
                + (stated.isEmpty() ? "" : "; stated " + stated);
    }

    private static String age(long ns) {
        return ns == 0 ? "" : " (at most " + FigureText.duration(Duration.ofNanos(ns)) + " old when booked)";
    }
}
