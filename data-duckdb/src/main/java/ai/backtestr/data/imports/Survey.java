package ai.backtestr.data.imports;

import ai.backtestr.engine.instrument.Instrument;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the first pass over a file learned.
///
/// @param file the file
/// @param digest SHA-256 of its content
/// @param unit what most of its times count, `null` if they are no counts
/// @param priceScale the most decimals that any price of it needs, at most [Instrument#MAX_SCALE]
/// @param quantityScale the most decimals that any quantity of it needs, at most [Instrument#MAX_SCALE]
/// @param inTimeOrder whether times never decrease
/// @param firstNs its earliest time; `Long.MAX_VALUE` if it holds no tick
/// @param lastNs its latest time; `Long.MIN_VALUE` if it holds no tick
record Survey(
        TickFile file,
        String digest,
        @Nullable EpochUnit unit,
        int priceScale,
        int quantityScale,
        boolean inTimeOrder,
        long firstNs,
        long lastNs) {
    static Survey of(TickFile file, ImportWatch watch) {
        try (TickReader reader = file.read(watch)) {
            Rows uncounted = new Rows(null);
            Map<EpochUnit, Rows> counted = new EnumMap<>(EpochUnit.class);
            RawTick tick = reader.tick();
            while (reader.next()) {
                if (tick.reason.isEmpty()) {
                    EpochUnit unit = tick.unit;
                    Rows rows = unit == null ? uncounted : counted.computeIfAbsent(unit, Rows::new);
                    rows.take(tick);
                }
            }
            return most(counted.values()).orElse(uncounted).survey(file, reader.digest());
        }
    }

    private static Optional<Rows> most(Collection<Rows> units) {
        return units.stream().max(Comparator.comparingLong(rows -> rows.count));
    }

    /// Says in words what the file is.
    String describe() {
        return file.describe() + (unit == null || file.describe().contains("times in") ? "" : ", times in " + unit);
    }

    /// The rows whose times are of one unit.
    private static final class Rows {
        private final @Nullable EpochUnit unit;
        private long count;
        private int priceScale;
        private int quantityScale;
        private boolean inTimeOrder = true;
        private long firstNs = Long.MAX_VALUE;
        private long lastNs = Long.MIN_VALUE;
        private long aboveNs = Long.MIN_VALUE;

        Rows(@Nullable EpochUnit unit) {
            this.unit = unit;
        }

        void take(RawTick tick) {
            int price = tick.priceDecimals();
            int quantity = tick.quantityDecimals();
            // A row that cannot be held at any scale will be rejected, and must not set the scale of the others.
            if (price > Instrument.MAX_SCALE || quantity > Instrument.MAX_SCALE) {
                return;
            }
            count++;
            priceScale = Math.max(priceScale, price);
            quantityScale = Math.max(quantityScale, quantity);
            inTimeOrder &= tick.timeNs >= aboveNs;
            aboveNs = tick.timeNs;
            firstNs = Math.min(firstNs, aboveNs);
            lastNs = Math.max(lastNs, aboveNs);
        }

        Survey survey(TickFile file, String digest) {
            return new Survey(file, digest, unit, priceScale, quantityScale, inTimeOrder, firstNs, lastNs);
        }
    }
}
