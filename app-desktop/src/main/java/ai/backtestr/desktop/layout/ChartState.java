package ai.backtestr.desktop.layout;

import ai.backtestr.desktop.settings.ChartSettings;
import ai.backtestr.render.chart.ChartKind;
import org.jspecify.annotations.Nullable;

/// What a chart shows, as it is kept.
///
/// @param symbol the instrument; null for none yet
/// @param recorded the timeframe of the recorded bars that are shown; null for ticks
/// @param timeframe its bars; null for those that fit the instrument
/// @param kind how prices are drawn
/// @param logarithmic whether prices are scaled by their logarithm
/// @param fromNs where the stretch on screen begins, nanoseconds since the epoch, UTC
/// @param toNs where it ends; not after the beginning for all that there is
/// @param link the group it belongs to
/// @param settings its indicators, panes, scale and comparison; null for those of a new chart
public record ChartState(
        @Nullable String symbol,
        @Nullable String recorded,
        @Nullable String timeframe,
        ChartKind kind,
        boolean logarithmic,
        long fromNs,
        long toNs,
        LinkColour link,
        @Nullable ChartSettings settings) {
    /// A chart of nothing yet.
    public static final ChartState EMPTY = of(null, null);

    @SuppressWarnings("ConstantConditions") // a file may lack them
    public ChartState {
        kind = kind == null ? ChartKind.CANDLES : kind;
        link = link == null ? LinkColour.NONE : link;
    }

    /// All of an instrument, as candles.
    public static ChartState of(@Nullable String symbol, @Nullable String timeframe) {
        return new ChartState(symbol, null, timeframe, ChartKind.CANDLES, false, 0, 0, LinkColour.NONE, null);
    }

    /// Returns the same with other indicators, panes, scale and comparison.
    public ChartState withSettings(@Nullable ChartSettings other) {
        return new ChartState(symbol, recorded, timeframe, kind, logarithmic, fromNs, toNs, link, other);
    }

    /// Returns the same with bars of another length, and all that there is on screen.
    public ChartState withTimeframe(String other) {
        return new ChartState(symbol, recorded, other, kind, logarithmic, fromNs, toNs, link, settings);
    }

    /// Returns the same in another group.
    public ChartState withLink(LinkColour other) {
        return new ChartState(symbol, recorded, timeframe, kind, logarithmic, fromNs, toNs, other, settings);
    }
}
