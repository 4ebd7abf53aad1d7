package ai.backtestr.data.store;

/// An import as the store remembers it.
///
/// @param id its number, from 1
/// @param symbol the instrument the ticks belong to
/// @param origin the files
/// @param tally the counts
/// @param replaced how many ticks of earlier imports it took the place of
/// @param firstNs time of the first tick, nanoseconds since the epoch, UTC
/// @param lastNs time of the last tick
/// @param dataDigest SHA-256 of the ticks imported, see [TickStore#ticks]
public record StoredImport(
        int id,
        String symbol,
        Origin origin,
        Tally tally,
        long replaced,
        long firstNs,
        long lastNs,
        String dataDigest) {}
