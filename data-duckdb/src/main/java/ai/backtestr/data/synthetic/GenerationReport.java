package ai.backtestr.data.synthetic;

import ai.backtestr.data.store.StoredImport;

/// What generating ticks did.
///
/// @param stored the ticks as the store remembers them, as an import
/// @param elapsedNs how long it took, in nanoseconds
/// @param alreadyStored whether the same ticks were stored before, so that nothing changed
public record GenerationReport(StoredImport stored, long elapsedNs, boolean alreadyStored) {}
