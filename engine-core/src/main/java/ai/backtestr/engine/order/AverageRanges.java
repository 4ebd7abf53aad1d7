package ai.backtestr.engine.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The average true ranges that a run keeps up to date. Engine thread only.
public interface AverageRanges {
    /// Returns the range as of the bars that have closed, in price units, rounded half to even to six decimals;
    /// null until enough bars have.
    ///
    /// @throws IllegalArgumentException if it was not asked for before the first tick
    @Nullable
    BigDecimal units(AtrRange range);
}
