package ai.backtestr.data.store;

/// What became of the rows of an import. `rowsRead` is always `accepted` plus `rejected`.
///
/// @param rowsRead rows of data, without header and blank lines
/// @param accepted rows that are ticks in the store now
/// @param rejected rows that could not be taken
/// @param outOfOrder accepted rows whose time is before that of the accepted row above
/// @param crossed accepted quotes whose ask is below their bid
public record Tally(long rowsRead, long accepted, long rejected, long outOfOrder, long crossed) {}
