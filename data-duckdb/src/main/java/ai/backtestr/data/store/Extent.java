package ai.backtestr.data.store;

/// What a stretch of ticks holds.
///
/// @param ticks how many there are
/// @param trades whether any of them are trades
record Extent(long ticks, boolean trades) {}
