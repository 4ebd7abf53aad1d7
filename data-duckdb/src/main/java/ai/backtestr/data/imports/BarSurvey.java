package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the first pass over a file of bars learned.
///
/// @param file the file
/// @param fingerprint its content
/// @param unit what most of its times count, `null` if they are no counts
/// @param priceScale the most decimals that any price of it needs
/// @param quantityScale the most decimals that any volume of it needs
/// @param firstNs start of its earliest bar; `Long.MAX_VALUE` if it holds none
record BarSurvey(
        BarFile file,
        Fingerprint fingerprint,
        @Nullable EpochUnit unit,
        int priceScale,
        int quantityScale,
        long firstNs) {
    // A trading day can be an hour short, and files round.
    private static final double SHORTEST_SHARE = 0.8;

    /// @throws StoreException if most of its bars are closer to each other than `timeframe`, or all are farther
    ///     apart
    static BarSurvey of(BarFile file, Timeframe timeframe, ImportWatch watch) {
        Fingerprint fingerprint = Fingerprint.of(file.source(), watch);
        try (BarRows rows = file.read(watch.uncounted())) {
            Survey survey = new Survey(timeframe);
            RawBar bar = rows.bar();
            while (rows.next()) {
                if (bar.reason.isEmpty()) {
                    survey.take(bar);
                }
            }
            survey.requireDistances(file, timeframe);
            return new BarSurvey(file, fingerprint, survey.mostUnit(), survey.price, survey.quantity, survey.firstNs);
        }
    }

    private static final class Survey {
        private static final int FEW = 10;
        private static final int MOST_DISTANCES = 1000;

        final Map<EpochUnit, Long> units = new EnumMap<>(EpochUnit.class);
        int price;
        int quantity;
        long firstNs = Long.MAX_VALUE;
        private final double closeNs;
        private final Map<Long, Integer> distances = new HashMap<>();
        private long lastNs = Long.MIN_VALUE;
        private long steps;
        private long close;
        private long nearestNs = Long.MAX_VALUE;

        Survey(Timeframe timeframe) {
            closeNs = SHORTEST_SHARE * timeframe.lengthNs();
        }

        void take(RawBar bar) {
            // A row that cannot be held at any scale will be rejected, and must not set the scale of the others.
            if (bar.priceDecimals() > Instrument.MAX_SCALE || bar.volume.decimals() > Instrument.MAX_SCALE) {
                return;
            }
            EpochUnit unit = bar.unit;
            if (unit != null) {
                units.merge(unit, 1L, Long::sum);
            }
            price = Math.max(price, bar.priceDecimals());
            quantity = Math.max(quantity, bar.volume.decimals());
            firstNs = Math.min(firstNs, bar.startNs);
            if (lastNs != Long.MIN_VALUE && bar.readNs != lastNs) {
                step(Math.abs(bar.readNs - lastNs));
            }
            lastNs = bar.readNs;
        }

        private void step(long distanceNs) {
            steps++;
            close += distanceNs < closeNs ? 1 : 0;
            nearestNs = Math.min(nearestNs, distanceNs);
            if (distances.size() < MOST_DISTANCES || distances.containsKey(distanceNs)) {
                distances.merge(distanceNs, 1, Integer::sum);
            }
        }

        @Nullable
        EpochUnit mostUnit() {
            return units.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }

        void requireDistances(BarFile file, Timeframe timeframe) {
            boolean tooFar =
                    steps >= FEW && !timeframe.equals(Timeframe.ONE_DAY) && nearestNs >= 2 * timeframe.lengthNs();
            if (2 * close > steps || tooFar) {
                throw new StoreException(
                        file.source().where() + ": its rows are mostly " + text(usualNs()) + " apart, so they are no "
                                + timeframe + " bars; nothing was imported; state how long they last");
            }
        }

        private long usualNs() {
            return distances.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(0L);
        }

        private static String text(long ns) {
            if (ns % Timeframe.ONE_DAY.lengthNs() == 0) {
                return ns / Timeframe.ONE_DAY.lengthNs() + " d";
            }
            return ns % Timeframe.ONE_MINUTE.lengthNs() == 0
                    ? ns / Timeframe.ONE_MINUTE.lengthNs() + " min"
                    : ns / 1e9 + " s";
        }
    }
}
