package ai.backtestr.data.store;

/// A run of ticks stored in time order; the parts of a symbol do not overlap in time.
///
/// @param id its number
/// @param firstNs time of its first tick
/// @param lastNs time of its last tick
/// @param ticks how many it holds
/// @param stamp tells what it holds from what a part of that number held before; empty of one that is not stored yet
record Part(int id, long firstNs, long lastNs, long ticks, String stamp) {
    Part(int id, long firstNs, long lastNs, long ticks) {
        this(id, firstNs, lastNs, ticks, "");
    }
}
