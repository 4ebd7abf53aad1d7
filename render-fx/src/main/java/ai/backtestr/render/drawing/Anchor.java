package ai.backtestr.render.drawing;

/// A place that a drawing hangs from, whatever the zoom, the timeframe and the scale.
///
/// @param timeNs nanoseconds since the epoch, UTC
/// @param price finite
public record Anchor(long timeNs, double price) {
    public Anchor {
        if (!Double.isFinite(price)) {
            throw new IllegalArgumentException("a drawing cannot stand at the price " + price);
        }
    }
}
