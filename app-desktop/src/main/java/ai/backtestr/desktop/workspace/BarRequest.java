package ai.backtestr.desktop.workspace;

import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.Timeframe;
import org.jspecify.annotations.Nullable;

/// Bars to build from stored ticks, or from recorded bars.
///
/// @param symbol whose ticks
/// @param range which of them
/// @param price what they are made of; null for trades where there are any, else the bid
/// @param timeframe how long they are
/// @param recorded the bar data to make them of; null for ticks or, of a symbol without, the bar data that fits
public record BarRequest(
        String symbol,
        TimeRange range,
        @Nullable BarPrice price,
        Timeframe timeframe,
        @Nullable Timeframe recorded) {
    /// Bars of ticks or, of a symbol without, of the bar data that fits.
    public BarRequest(String symbol, TimeRange range, @Nullable BarPrice price, Timeframe timeframe) {
        this(symbol, range, price, timeframe, null);
    }
}
