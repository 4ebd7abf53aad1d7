package ai.backtestr.render.chart;

/// A closed trade as the chart draws it: an entry, an exit and the line between them.
///
/// @param isLong whether it was bought first and sold later
/// @param entryTimeNs when it was opened, in nanoseconds since the epoch, UTC
/// @param entryPrice the (average) price it was opened at
/// @param exitTimeNs when it was closed, not before `entryTimeNs`
/// @param exitPrice the (average) price it was closed at
/// @param profit what it earned after fees, negative for a loss; its sign chooses the colour
public record TradeMarker(
        boolean isLong, long entryTimeNs, double entryPrice, long exitTimeNs, double exitPrice, double profit) {

    public TradeMarker {
        if (exitTimeNs < entryTimeNs) {
            throw new IllegalArgumentException(
                    "a trade cannot be closed at " + exitTimeNs + " ns before it was opened at " + entryTimeNs + " ns");
        }
    }
}
