package ai.backtestr.data.store;

/// A run of ticks stored in time order; the parts of a symbol do not overlap in time.
///
/// @param id its number
/// @param firstNs time of its first tick
/// @param lastNs time of its last tick
/// @param ticks how many it holds
record Part(int id, long firstNs, long lastNs, long ticks) {}
