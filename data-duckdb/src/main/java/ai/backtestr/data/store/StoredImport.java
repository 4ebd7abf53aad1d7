package ai.backtestr.data.store;

/// An import as the store remembers it.
///
/// @param id its number, from 1
/// @param symbol the instrument the ticks belong to
/// @param origin the files
/// @param tally the counts
/// @param firstNs time of the first tick, nanoseconds since the epoch, UTC
/// @param lastNs time of the last tick
/// @param dataDigest SHA-256 of the stored ticks, see [TickStore#ticks]
public record StoredImport(
        int id, String symbol, Origin origin, Tally tally, long firstNs, long lastNs, String dataDigest) {}
