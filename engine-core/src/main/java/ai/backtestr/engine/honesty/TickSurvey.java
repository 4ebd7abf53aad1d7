package ai.backtestr.engine.honesty;

import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/// What the ticks of a run tell about its fills, found by reading them once more, apart from the engine.
///
/// @param quotes how many of the ticks are quotes
/// @param meanSpread mean of ask less bid over all quotes that are not crossed, in units of the instrument's price
///     scale; 0 without quotes
/// @param silencesNs for each fill, for how long there had been no tick when the one came that it was made on, in
///     nanoseconds; 0 if its order was placed at that very time
public record TickSurvey(long quotes, double meanSpread, List<Long> silencesNs) {

    /// Reads `source` to its end or until `cancelled`.
    ///
    /// @param fills those of a run on the same ticks, oldest first
    /// @param placedNs when the order of each was placed
    public static TickSurvey of(TickSource source, List<Fill> fills, List<Long> placedNs, BooleanSupplier cancelled) {
        Reading reading = new Reading(fills, placedNs);
        try (TickPage page = new TickPage(TickPage.DEFAULT_CAPACITY)) {
            while (!cancelled.getAsBoolean() && source.fill(page)) {
                reading.take(page);
            }
        }
        return reading.survey();
    }

    private static final class Reading {
        private final List<Fill> fills;
        private final List<Long> placedNs;
        private final Long[] silences;
        private int next;
        private long beforeNs = Long.MIN_VALUE;
        private long quotes;
        private long soundQuotes;
        private double spreads;

        Reading(List<Fill> fills, List<Long> placedNs) {
            this.fills = fills;
            this.placedNs = placedNs;
            silences = new Long[fills.size()];
            Arrays.fill(silences, 0L);
        }

        void take(TickPage page) {
            for (int i = 0; i < page.count(); i++) {
                long timeNs = page.timeNs(i);
                if (timeNs > beforeNs) {
                    onTime(timeNs);
                    beforeNs = timeNs;
                }
                if (!TickFlags.isTrade(page.flagBits(i))) {
                    onQuote(page.askPrice(i) - page.bidPrice(i));
                }
            }
        }

        private void onTime(long timeNs) {
            while (next < fills.size() && fills.get(next).timeNs() <= timeNs) {
                boolean isPlacedNow = placedNs.get(next) >= timeNs;
                silences[next] = isPlacedNow || beforeNs == Long.MIN_VALUE ? 0 : timeNs - beforeNs;
                next++;
            }
        }

        private void onQuote(long spread) {
            quotes++;
            if (spread >= 0) {
                soundQuotes++;
                spreads += spread;
            }
        }

        TickSurvey survey() {
            return new TickSurvey(quotes, soundQuotes == 0 ? 0 : spreads / soundQuotes, List.of(silences));
        }
    }
}
