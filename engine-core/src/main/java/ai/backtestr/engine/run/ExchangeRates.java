package ai.backtestr.engine.run;

import ai.backtestr.engine.currency.Conversion;
import ai.backtestr.engine.currency.CurrencyPair;
import ai.backtestr.engine.currency.Rate;
import ai.backtestr.engine.currency.RatePath;
import ai.backtestr.engine.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;

/// The rates of a run: those stated, those of traded instruments, those read for rates alone, preferred in this
/// order. Engine thread only.
final class ExchangeRates {
    private final PortfolioSpec spec;
    private final List<Rate> rates = new ArrayList<>();
    private final List<CurrencyPair> pairs = new ArrayList<>();
    private final int firstOfData;

    /// @param sources the instruments in the order of their numbers
    ExchangeRates(PortfolioSpec spec, List<Instrument> sources) {
        this.spec = spec;
        spec.rates().forEach(stated -> rates.add(Rate.of(stated)));
        firstOfData = rates.size();
        for (Instrument source : sources) {
            rates.add(Rate.of(CurrencyPair.of(source), source.symbol(), source.priceScale()));
        }
        rates.forEach(rate -> pairs.add(rate.pair()));
    }

    /// Returns the rate that the ticks of a source are.
    Rate ofSource(int number) {
        return rates.get(firstOfData + number);
    }

    /// Returns how money of an instrument becomes the account's.
    ///
    /// @throws IllegalArgumentException if there is no way
    Conversion of(Instrument instrument) {
        String from = instrument.quoteCurrency();
        String to = spec.currency();
        return RatePath.find(pairs, from, to)
                .map(path -> path.over(rates, spec.rule()))
                .orElseThrow(() -> new IllegalArgumentException(instrument.symbol() + " is in " + from
                        + " and the account in " + to + ", and no instrument tells the rate of the two"));
    }
}
