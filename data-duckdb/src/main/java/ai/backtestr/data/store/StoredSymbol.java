package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.Instrument;

/// What the store holds of one instrument.
///
/// @param instrument the instrument
/// @param firstNs time of the first tick, nanoseconds since the epoch, UTC
/// @param lastNs time of the last tick
/// @param ticks how many there are
/// @param bytesOnDisk its share of the database file and its log by number of ticks: an estimate
public record StoredSymbol(Instrument instrument, long firstNs, long lastNs, long ticks, long bytesOnDisk) {}
