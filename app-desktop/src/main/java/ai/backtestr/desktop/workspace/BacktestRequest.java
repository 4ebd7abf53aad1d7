package ai.backtestr.desktop.workspace;

import ai.backtestr.engine.run.BacktestSpec;

/// A backtest to run on stored ticks.
///
/// @param symbol whose ticks
/// @param range which of them
/// @param spec what to run
public record BacktestRequest(String symbol, TimeRange range, BacktestSpec spec) {}
