package ai.backtestr.engine.bar;

/// One bar, taken out of its series.
///
/// @param timeNs start of the bar, nanoseconds since the epoch, UTC
/// @param open first price, at the series' scale, like the other three
/// @param high highest price
/// @param low lowest price
/// @param close last price
/// @param volume quantity traded, at the instrument's quantity scale; 0 for bars of quotes
/// @param ticks how many ticks it is made of; 0 of a brick that a tick has made besides another
public record Bar(long timeNs, long open, long high, long low, long close, long volume, long ticks) {}
