package ai.backtestr.render.profile;

/// A stretch of time, of which the end is no part.
///
/// @param fromNs nanoseconds since the epoch, UTC
/// @param toNs after `fromNs`
record Span(long fromNs, long toNs) {}
