package ai.backtestr.desktop.workspace;

import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.currency.FixedRate;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.InstrumentTerms;
import ai.backtestr.engine.run.Portfolio;
import ai.backtestr.engine.run.PortfolioSpec;
import java.util.List;

/// What a backtest over several instruments, or in an account of another currency, has besides.
///
/// @param also the further instruments, in their order
/// @param terms how each of them is traded
/// @param currency the account's
/// @param rule at which side of rates money is converted
/// @param rates rates that are stated
public record PortfolioRequest(
        List<String> also, List<InstrumentTerms> terms, String currency, ConversionRule rule, List<FixedRate> rates) {
    public PortfolioRequest {
        also = List.copyOf(also);
        terms = List.copyOf(terms);
        rates = List.copyOf(rates);
    }

    /// Returns what a run was made with.
    public static PortfolioRequest of(Portfolio portfolio) {
        List<Portfolio.Traded> further =
                portfolio.instruments().subList(1, portfolio.instruments().size());
        return new PortfolioRequest(
                further.stream().map(traded -> traded.instrument().symbol()).toList(),
                further.stream().map(Portfolio.Traded::terms).toList(),
                portfolio.currency(),
                portfolio.rule(),
                portfolio.stated());
    }

    /// Returns the same with other terms of the further instruments.
    public PortfolioRequest withTerms(List<InstrumentTerms> others) {
        return new PortfolioRequest(also, others, currency, rule, rates);
    }

    PortfolioSpec spec(BacktestSpec base) {
        return new PortfolioSpec(base, currency, rule, rates, terms);
    }
}
