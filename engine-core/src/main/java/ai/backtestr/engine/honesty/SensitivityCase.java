package ai.backtestr.engine.honesty;

import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.PathAssumption;

/// The same run with one of its assumptions less kind.
///
/// @param id what it is called in files
/// @param title what it is shown as, with its numbers
/// @param spec what to run
/// @param path what to assume of the inside of bars, where it runs on bar data
public record SensitivityCase(String id, String title, BacktestSpec spec, PathAssumption path) {}
