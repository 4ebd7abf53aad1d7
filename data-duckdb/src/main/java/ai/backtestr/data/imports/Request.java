package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.time.ZoneId;

/// What an import is asked to do.
///
/// @param symbol the instrument that the ticks belong to
/// @param options what the user states
record Request(String symbol, ImportOptions options) {
    /// The zone stated, or else `usual`.
    ZoneId zoneOr(ZoneId usual) {
        ZoneId stated = options.zone();
        return stated == null ? usual : stated;
    }

    /// Counts since the epoch have a zone already, so that stating another one must be a mistake.
    TimeLayout epoch(SourceFile file, TimeLayout.Epoch layout) {
        if (options.zone() != null) {
            throw new StoreException(
                    file.where() + ": its times count from the epoch, which is in UTC; leave the zone out");
        }
        return layout;
    }
}
