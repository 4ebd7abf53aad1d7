package ai.backtestr.desktop.workspace;

import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.Timeframe;
import org.jspecify.annotations.Nullable;

/// Bars to build from stored ticks.
///
/// @param symbol whose ticks
/// @param range which of them
/// @param price what they are made of; null for trades where there are any, else the bid
/// @param timeframe how long they are
public record BarRequest(
        String symbol, TimeRange range, @Nullable BarPrice price, Timeframe timeframe) {}
