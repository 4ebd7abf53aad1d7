package ai.backtestr.data.store;

/// A run of ticks stored in time order; the parts of a symbol do not overlap in time.
///
/// @param id its number
/// @param firstNs time of its first tick
/// @param lastNs time of its last tick
/// @param ticks how many it holds
/// @param trades whether any of its ticks is a trade
/// @param stamp tells what it holds from what a part of that number held before
record Part(int id, long firstNs, long lastNs, long ticks, boolean trades, String stamp) {
    /// Tells whether all its ticks lie from `fromNs` up to `toNs`.
    boolean isWithin(long fromNs, long toNs) {
        return fromNs <= firstNs && toNs > lastNs;
    }
}
