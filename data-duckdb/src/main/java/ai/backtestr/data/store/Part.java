package ai.backtestr.data.store;

/// The ticks of one import, stored in time order; the parts of a symbol do not overlap in time.
///
/// @param id the import's number
/// @param firstNs time of its first tick
/// @param lastNs time of its last tick
record Part(int id, long firstNs, long lastNs) {}
