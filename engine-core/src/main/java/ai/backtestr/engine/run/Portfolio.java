package ai.backtestr.engine.run;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.currency.FixedRate;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.statistics.Statistic;
import java.math.BigDecimal;
import java.util.List;

/// What a run in one account over several instruments, or in another currency than its instrument's, has besides.
/// Immutable; any thread.
///
/// @param currency the account's currency, in which all money of the result is, but for the slippage of single
///     fills
/// @param rule at which side of rates money was converted
/// @param stated rates that were stated
/// @param instruments the traded instruments, the main one first
/// @param rates the instruments that were read for their rates alone
/// @param instrumentOfOrder for each order, by its number less 1, the place of its instrument in `instruments`
/// @param ratesAtExit for each closed trade, by its number less 1, the middle of the rate at its exit, at which
///     worths of it are converted
public record Portfolio(
        String currency,
        ConversionRule rule,
        List<FixedRate> stated,
        List<Traded> instruments,
        List<RateData> rates,
        List<Integer> instrumentOfOrder,
        List<BigDecimal> ratesAtExit) {

    /// What came of one instrument.
    ///
    /// @param instrument which
    /// @param terms how it was traded
    /// @param conversion by which rates its quote currency became the account's; empty for none
    /// @param longestAgeNs how long the oldest rate that money was booked at had stood
    /// @param data what was read of it
    /// @param position quantity still held at the end
    /// @param openProfit what that stands at, before fees and swap, in the account's currency
    /// @param fees all commission paid for it
    /// @param swap what holding it over night earned
    /// @param slippage what slippage of it cost
    /// @param figures the figures of its closed trades
    /// @param bars its closed bars
    public record Traded(
            Instrument instrument,
            InstrumentTerms terms,
            String conversion,
            long longestAgeNs,
            Data data,
            long position,
            long openProfit,
            long fees,
            long swap,
            long slippage,
            List<Statistic> figures,
            List<BarSeries> bars) {}

    /// Ticks that were read.
    ///
    /// @param digest of all of them
    /// @param ticks how many were taken in
    /// @param firstNs time of the first; 0 if there was none
    /// @param lastNs time of the last
    public record Data(String digest, long ticks, long firstNs, long lastNs) {}

    /// Ticks that were read for a rate.
    public record RateData(Instrument instrument, Data data) {}

    public Portfolio {
        stated = List.copyOf(stated);
        instruments = List.copyOf(instruments);
        rates = List.copyOf(rates);
        instrumentOfOrder = List.copyOf(instrumentOfOrder);
        ratesAtExit = List.copyOf(ratesAtExit);
    }

    /// Returns what came of the instrument of an order.
    public Traded ofOrder(long orderId) {
        return instruments.get(instrumentOfOrder.get((int) orderId - 1));
    }
}
