package ai.backtestr.data.store;

/// How much is stored of a trading day.
///
/// @param startNs when the day begins by the instrument's calendar, nanoseconds since the epoch, UTC
/// @param rows how many ticks or bars there are, at least one
public record DayCount(long startNs, long rows) {}
