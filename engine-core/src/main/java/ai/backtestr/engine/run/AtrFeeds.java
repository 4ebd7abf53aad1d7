package ai.backtestr.engine.run;

import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.Atr;
import ai.backtestr.engine.order.AtrRange;
import ai.backtestr.engine.order.AverageRanges;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The average true ranges that the strategy's orders and the run's models asked for, brought up to date as bars
/// close. Engine thread only.
final class AtrFeeds implements AverageRanges {
    private static final int DECIMALS = 6;

    private final Map<AtrRange, Feed> feeds = new LinkedHashMap<>();

    /// Asks for a range, before the first tick.
    void add(AtrRange range, BarPlan plan) {
        feeds.computeIfAbsent(range, wanted -> new Feed(wanted, plan.series(wanted.timeframe())));
    }

    boolean isEmpty() {
        return feeds.isEmpty();
    }

    /// Takes in the bars that have closed.
    void takeInClosed() {
        feeds.values().forEach(Feed::takeInClosed);
    }

    @Override
    public @Nullable BigDecimal units(AtrRange range) {
        Feed feed = feeds.get(range);
        if (feed == null) {
            throw new IllegalArgumentException(
                    "the " + range + " was not asked for; ask with averageTrueRange when the strategy is prepared");
        }
        return feed.units;
    }

    private static final class Feed {
        private final BarSeries series;
        private final Atr atr;
        private int seen;
        private @Nullable BigDecimal units;

        Feed(AtrRange range, BarSeries series) {
            this.series = series;
            atr = new Atr(range.period());
        }

        void takeInClosed() {
            int before = seen;
            for (int count = series.count(); seen < count; seen++) {
                atr.onBar(series, seen);
            }
            if (seen > before && atr.isReady()) {
                units = BigDecimal.valueOf(atr.value())
                        .movePointRight(series.priceScale())
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN);
            }
        }
    }
}
