package ai.backtestr.engine.bar;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the bars of one timeframe go when they close: into the series that were asked for, as they were traded, as
/// Heikin-Ashi, or both. Engine thread only, but for the series.
final class ClosedBars {
    /// Of bars that nobody asked for, which others are made of.
    static final ClosedBars NOT_KEPT = new ClosedBars(null, null);

    private final @Nullable BarSeries traded;
    private final @Nullable BarSeries averaged;
    private final HeikinAshi heikinAshi = new HeikinAshi();

    /// @param traded takes the bars as they are; null if nobody asked for them
    /// @param averaged takes the Heikin-Ashi bars made of them; null likewise
    ClosedBars(@Nullable BarSeries traded, @Nullable BarSeries averaged) {
        this.traded = traded;
        this.averaged = averaged;
    }

    /// Takes in a bar that has closed.
    ///
    /// @return how many series took it
    int append(FormingBar bar) {
        int taken = 0;
        if (traded != null) {
            traded.append(bar);
            taken++;
        }
        if (averaged != null) {
            averaged.append(heikinAshi.close(bar));
            taken++;
        }
        return taken;
    }

    /// Returns `bar`, which has prices, as it would be shown if it closed now.
    Optional<Bar> shown(FormingBar bar, boolean asHeikinAshi) {
        return Optional.of((asHeikinAshi ? heikinAshi.of(bar) : bar).toBar());
    }
}
