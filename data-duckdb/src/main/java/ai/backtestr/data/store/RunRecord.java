package ai.backtestr.data.store;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A backtest that was run, as it is kept. Times are nanoseconds since the epoch, UTC.
///
/// @param startedNs when it was run
/// @param symbol what was traded
/// @param strategy name of the strategy
/// @param parameters its parameters, in the order of declaration
/// @param dataDigest digest of the ticks
/// @param ticks how many were taken in
/// @param firstNs time of the first tick
/// @param lastNs time of the last tick
/// @param elapsedNs how long it took
/// @param seed where everything random came from
/// @param program name and version of the program
/// @param resultHash equal exactly when the run is the same
/// @param figures the figures one asks for first
/// @param manifest a JSON document with all it takes to run it again
public record RunRecord(
        long startedNs,
        String symbol,
        String strategy,
        Map<String, String> parameters,
        String dataDigest,
        long ticks,
        long firstNs,
        long lastNs,
        long elapsedNs,
        long seed,
        String program,
        String resultHash,
        Figures figures,
        String manifest) {

    public RunRecord {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// The figures one asks for first; null where one is not defined.
    ///
    /// @param currency what money is in
    /// @param netProfit final less starting equity
    public record Figures(
            String currency,
            BigDecimal netProfit,
            @Nullable Double returnPercent,
            @Nullable Double maxDrawdownPercent,
            @Nullable Double sharpe,
            long trades) {}
}
