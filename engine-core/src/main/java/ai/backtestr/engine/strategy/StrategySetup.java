package ai.backtestr.engine.strategy;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.BarIndicator;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.AtrRange;

/// What a strategy may ask for before the first tick.
public interface StrategySetup {
    /// Returns the instrument that will be traded.
    Instrument instrument();

    /// Asks for bars of `timeframe`; they are empty yet and fill as the run goes on.
    ///
    /// @throws IllegalArgumentException if there can be no such bars, as of volume where there are quotes alone
    BarSeries bars(Timeframe timeframe);

    /// Has `indicator` fed with each bar of `timeframe` as it closes, and returns it.
    <I extends BarIndicator> I indicator(Timeframe timeframe, I indicator);

    /// Asks for an average true range that stops can trail by, see [ai.backtestr.engine.order.Trail#atr].
    ///
    /// @param period bars, from 1
    AtrRange averageTrueRange(Timeframe timeframe, int period);

    /// Asks to hear of every tick.
    void listenToTicks();
}
