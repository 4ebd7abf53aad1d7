package ai.backtestr.engine.run;

import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// What to run: everything that decides the result, apart from the ticks.
///
/// @param strategy the kind of strategy
/// @param parameters its parameters
/// @param startingCash as [Money], above 0
/// @param leverage how many times its equity the account may hold, from 1 to 1000; orders beyond are rejected
/// @param commission what executions cost
/// @param execution how orders meet the market
/// @param account what the broker agreed to
/// @param chartTimeframes bars to keep besides those that the strategy asks for; no effect on the result
public record BacktestSpec(
        StrategyDefinition strategy,
        ParameterValues parameters,
        long startingCash,
        BigDecimal leverage,
        CommissionModel commission,
        ExecutionModel execution,
        AccountTerms account,
        List<Timeframe> chartTimeframes) {

    /// The cash an account starts with unless told otherwise: 10 000.
    public static final long DEFAULT_CASH = 10_000L * 100_000_000L;

    private static final BigDecimal MAX_LEVERAGE = BigDecimal.valueOf(1000);

    public BacktestSpec {
        if (startingCash <= 0) {
            throw new IllegalArgumentException("starting cash of " + Money.format(startingCash) + " is not above 0");
        }
        if (leverage.compareTo(BigDecimal.ONE) < 0 || leverage.compareTo(MAX_LEVERAGE) > 0) {
            throw new IllegalArgumentException("leverage of " + leverage + " is outside 1 to 1000");
        }
        chartTimeframes = List.copyOf(chartTimeframes);
    }

    /// Runs `strategy` with defaults for all but the parameters given as text: 10 000 in cash, no leverage, no
    /// costs, [ExecutionModel#DEFAULT] and [AccountTerms#DEFAULT].
    ///
    /// @throws IllegalArgumentException naming a parameter that does not fit
    public static BacktestSpec of(StrategyDefinition strategy, Map<String, String> parameters) {
        return new BacktestSpec(
                strategy,
                strategy.values(parameters),
                DEFAULT_CASH,
                BigDecimal.ONE,
                new CommissionModel.None(),
                ExecutionModel.DEFAULT,
                AccountTerms.DEFAULT,
                List.of());
    }

    /// Returns the same with a strategy that has the same parameters.
    public BacktestSpec withStrategy(StrategyDefinition other) {
        return new BacktestSpec(
                other, parameters, startingCash, leverage, commission, execution, account, chartTimeframes);
    }

    /// Returns the same with another commission.
    public BacktestSpec withCommission(CommissionModel model) {
        return new BacktestSpec(
                strategy, parameters, startingCash, leverage, model, execution, account, chartTimeframes);
    }

    /// Returns the same with another starting cash and leverage.
    public BacktestSpec withCash(long cash, BigDecimal times) {
        return new BacktestSpec(strategy, parameters, cash, times, commission, execution, account, chartTimeframes);
    }

    /// Returns the same with orders that meet the market in another way.
    public BacktestSpec withExecution(ExecutionModel model) {
        return new BacktestSpec(
                strategy, parameters, startingCash, leverage, commission, model, account, chartTimeframes);
    }

    /// Returns the same with another agreement with the broker.
    public BacktestSpec withAccount(AccountTerms terms) {
        return new BacktestSpec(
                strategy, parameters, startingCash, leverage, commission, execution, terms, chartTimeframes);
    }

    /// Returns the same with bars of these timeframes kept as well.
    public BacktestSpec withChartTimeframes(List<Timeframe> timeframes) {
        return new BacktestSpec(
                strategy, parameters, startingCash, leverage, commission, execution, account, timeframes);
    }
}
