package ai.backtestr.engine.strategy;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.BarIndicator;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.AtrRange;
import java.util.Objects;

/// What a strategy may ask for before the first tick.
public interface StrategySetup {
    /// Returns the instrument that will be traded, the main one of several.
    Instrument instrument();

    /// Returns how many instruments the strategy trades together; see [StrategyDefinition#trading].
    default int instruments() {
        return 1;
    }

    /// Returns what can be asked for of another of the instruments that the strategy trades.
    ///
    /// @param index 0 for the main instrument, then the further ones in the order in which the run names them
    /// @throws IndexOutOfBoundsException if the strategy trades fewer
    default StrategySetup of(int index) {
        Objects.checkIndex(index, 1);
        return this;
    }

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
