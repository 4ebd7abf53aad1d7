package ai.backtestr.data.imports;

import ai.backtestr.engine.instrument.Instrument;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// What the first pass over a file learned.
///
/// @param sha256 digest of the file as it lies on disk
/// @param unit what times count, `null` if they are ISO-8601 text
/// @param priceScale the most decimals that any price of it needs, at most [Instrument#MAX_SCALE]
/// @param quantityScale the most decimals that any quantity of it needs, at most [Instrument#MAX_SCALE]
/// @param inTimeOrder whether times never decrease
record Survey(String sha256, @Nullable EpochUnit unit, int priceScale, int quantityScale, boolean inTimeOrder) {
    static Survey of(SourceFile file, Layout layout, ImportWatch watch) {
        try (RowReader rows = new RowReader(file, layout, watch)) {
            return new Surveyor(layout).survey(rows);
        }
    }

    /// Says in words how times are written.
    String describeTime() {
        return unit == null ? "ISO-8601 times" : "times in " + unit;
    }

    private static final class Surveyor {
        private final TickParser parser;
        private final boolean quotes;
        private final Map<EpochUnit, LongAdder> rowsByUnit = new EnumMap<>(EpochUnit.class);
        private int priceScale;
        private int quantityScale;
        private boolean inTimeOrder = true;
        private long lastNs = Long.MIN_VALUE;

        Surveyor(Layout layout) {
            parser = new TickParser(layout);
            quotes = layout.columns().areQuotes();
        }

        Survey survey(RowReader rows) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (parser.read(row)) {
                    take();
                }
            }
            return new Survey(rows.sha256(), unit(), priceScale, quantityScale, inTimeOrder);
        }

        private void take() {
            int price = parser.bid.decimals();
            int quantity = parser.bidSize.decimals();
            if (quotes) {
                price = Math.max(price, parser.ask.decimals());
                quantity = Math.max(quantity, parser.askSize.decimals());
            }
            // A row that cannot be held at any scale will be rejected, and must not set the scale of the others.
            if (price > Instrument.MAX_SCALE || quantity > Instrument.MAX_SCALE) {
                return;
            }
            priceScale = Math.max(priceScale, price);
            quantityScale = Math.max(quantityScale, quantity);
            inTimeOrder &= parser.timeNs() >= lastNs;
            lastNs = parser.timeNs();
            EpochUnit unit = parser.unit();
            if (unit != null) {
                rowsByUnit.computeIfAbsent(unit, first -> new LongAdder()).increment();
            }
        }

        /// The unit that most rows are in.
        private @Nullable EpochUnit unit() {
            return rowsByUnit.entrySet().stream()
                    .max(Comparator.comparingLong(rows -> rows.getValue().sum()))
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }
    }
}
