package ai.backtestr.engine.run;

import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.currency.FixedRate;
import java.util.ArrayList;
import java.util.List;

/// What to run on several instruments, or in another currency than an instrument is quoted in: everything that
/// decides the result, apart from the ticks.
///
/// @param base what to run, and the account; its commission, execution and swap are those of the main instrument,
///     its cash is in `currency`
/// @param currency the account's currency
/// @param rule at which side of rates money is converted
/// @param rates rates that are stated; they go before those of any data
/// @param further the terms of the further instruments, in their order
public record PortfolioSpec(
        BacktestSpec base, String currency, ConversionRule rule, List<FixedRate> rates, List<InstrumentTerms> further) {
    public PortfolioSpec {
        rates = List.copyOf(rates);
        further = List.copyOf(further);
        int together = base.strategy().instruments();
        int traded = further.size() + 1;
        if (together > 1 && together != traded) {
            throw new IllegalArgumentException(base.strategy().name() + " trades " + together
                    + " instruments together, and the run names " + traded);
        }
    }

    /// Returns the terms of all traded instruments, the main one first.
    List<InstrumentTerms> terms() {
        List<InstrumentTerms> terms = new ArrayList<>();
        terms.add(InstrumentTerms.ofMain(base));
        terms.addAll(further);
        return terms;
    }
}
