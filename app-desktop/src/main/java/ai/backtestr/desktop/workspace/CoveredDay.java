package ai.backtestr.desktop.workspace;

/// What is stored of a day.
///
/// @param startNs when the day begins by the instrument's calendar, nanoseconds since the epoch, UTC
/// @param has whether there is anything, and whether there should be
/// @param rows how many ticks or bars there are
public record CoveredDay(long startNs, DataFacts.Day has, long rows) {}
