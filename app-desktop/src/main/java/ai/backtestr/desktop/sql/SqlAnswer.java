package ai.backtestr.desktop.sql;

import org.jspecify.annotations.Nullable;

/// What came of a statement.
///
/// @param rows what it found; null if it is wrong
/// @param problem what is wrong with it, or why no more of its rows can be shown; empty for nothing
record SqlAnswer(@Nullable SqlRows rows, String problem) {}
