package ai.backtestr.desktop.workspace;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.PathAssumption;
import org.jspecify.annotations.Nullable;

/// A backtest to run on stored ticks, or on recorded bars.
///
/// @param symbol whose ticks
/// @param range which of them
/// @param spec what to run
/// @param recorded the bar data to run on; null for ticks or, of a symbol without, its shortest bars
/// @param path what is assumed of the inside of bars, where it runs on bar data
/// @param portfolio what it has besides over several instruments, of which `symbol` is the main one, or in an
///     account of another currency; else null
public record BacktestRequest(
        String symbol,
        TimeRange range,
        BacktestSpec spec,
        @Nullable Timeframe recorded,
        PathAssumption path,
        @Nullable PortfolioRequest portfolio) {
    /// A backtest on one instrument in its own currency.
    public BacktestRequest(
            String symbol, TimeRange range, BacktestSpec spec, @Nullable Timeframe recorded, PathAssumption path) {
        this(symbol, range, spec, recorded, path, null);
    }

    /// A backtest on ticks or, of a symbol without, on its shortest bars.
    public BacktestRequest(String symbol, TimeRange range, BacktestSpec spec) {
        this(symbol, range, spec, null, PathAssumption.NEAREST);
    }

    /// Returns the same with another spec.
    public BacktestRequest withSpec(BacktestSpec other) {
        return new BacktestRequest(symbol, range, other, recorded, path, portfolio);
    }

    /// Returns the same on another stretch of time.
    public BacktestRequest withRange(TimeRange other) {
        return new BacktestRequest(symbol, other, spec, recorded, path, portfolio);
    }

    /// Returns the same with another assumption on the inside of bars.
    public BacktestRequest withPath(PathAssumption other) {
        return new BacktestRequest(symbol, range, spec, recorded, other, portfolio);
    }

    /// Returns the same over several instruments, or in an account of another currency.
    public BacktestRequest withPortfolio(@Nullable PortfolioRequest other) {
        return new BacktestRequest(symbol, range, spec, recorded, path, other);
    }
}
