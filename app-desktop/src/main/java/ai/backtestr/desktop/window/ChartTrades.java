package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.TradeMarkers;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.chart.TradeMarks;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes the trades of results ready for a chart: many of them in the background, so that the window does not wait.
/// Those asked for last are handed over, and none before them.
///
/// Threads: belongs to the FX thread.
final class ChartTrades {
    /// So many are made ready in a fraction of a millisecond, and handed over at once.
    private static final int FEW = 2_000;

    private static final Ready NONE = new Ready(new int[0], TradeMarks.NONE, false);

    /// Trades of one instrument.
    static final class Ready {
        private final int[] places;
        private final TradeMarks marks;
        private final boolean late;

        private Ready(int[] places, TradeMarks marks, boolean late) {
            this.places = places;
            this.marks = marks;
            this.late = late;
        }

        /// Returns their places in the result, ascending; not to be changed.
        int[] places() {
            return places;
        }

        /// Returns them, in that order.
        TradeMarks marks() {
            return marks;
        }

        /// Tells whether they were made ready in the background.
        boolean late() {
            return late;
        }
    }

    private final Tasks tasks;
    private final Consumer<Ready> onReady;
    private long asked;

    ChartTrades(Tasks tasks, Consumer<Ready> onReady) {
        this.tasks = tasks;
        this.onReady = onReady;
    }

    /// Hands over the trades of a result on an instrument; none of no result.
    void of(@Nullable BacktestResult result, String symbol) {
        asked++;
        long mine = asked;
        if (result == null) {
            onReady.accept(NONE);
        } else if (result.trades().size() <= FEW) {
            onReady.accept(ready(result, symbol, false));
        } else {
            tasks.background(() -> {
                Ready ready = ready(result, symbol, true);
                tasks.later(() -> {
                    if (mine == asked) {
                        onReady.accept(ready);
                    }
                });
            });
        }
    }

    private static Ready ready(BacktestResult result, String symbol, boolean late) {
        return new Ready(TradeMarkers.places(result, symbol), TradeMarks.of(TradeMarkers.of(result, symbol)), late);
    }
}
