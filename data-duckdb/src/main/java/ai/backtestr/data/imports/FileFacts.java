package ai.backtestr.data.imports;

import ai.backtestr.engine.instrument.Instrument;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What rows of a file, one after the other, tell of it: of the rows that most agree with on the unit of time.
/// Mutable; used by one thread at a time.
final class FileFacts {
    private final Run uncounted = new Run(null);
    private final Map<EpochUnit, Run> counted = new EnumMap<>(EpochUnit.class);

    /// Takes in a row that can be a tick.
    void take(RawTick tick) {
        run(tick.unit).take(tick);
    }

    /// Takes in what rows further down tell.
    void take(FileFacts later) {
        uncounted.take(later.uncounted);
        later.counted.forEach((unit, run) -> run(unit).take(run));
    }

    private Run run(@Nullable EpochUnit unit) {
        return unit == null ? uncounted : counted.computeIfAbsent(unit, Run::new);
    }

    private Run most() {
        Run most = uncounted;
        for (Run run : counted.values()) {
            if (most == uncounted || run.count > most.count) {
                most = run;
            }
        }
        return most;
    }

    /// What most of its times count, `null` if they are no counts.
    @Nullable
    EpochUnit unit() {
        return most().unit;
    }

    /// Tells whether there is any tick.
    boolean any() {
        return most().count > 0;
    }

    /// The most decimals that any price needs, at most [Instrument#MAX_SCALE].
    int priceScale() {
        return most().priceScale;
    }

    /// The most decimals that any quantity needs, at most [Instrument#MAX_SCALE].
    int quantityScale() {
        return most().quantityScale;
    }

    /// Tells whether times never decrease.
    boolean inTimeOrder() {
        return most().inTimeOrder;
    }

    /// The earliest time, `Long.MAX_VALUE` if there is no tick.
    long firstNs() {
        return most().firstNs;
    }

    /// The latest time, `Long.MIN_VALUE` if there is no tick.
    long lastNs() {
        return most().lastNs;
    }

    /// The rows whose times are of one unit.
    private static final class Run {
        private final @Nullable EpochUnit unit;
        private long count;
        private int priceScale;
        private int quantityScale;
        private boolean inTimeOrder = true;
        private long firstNs = Long.MAX_VALUE;
        private long lastNs = Long.MIN_VALUE;
        private long topNs;
        private long bottomNs = Long.MIN_VALUE;

        Run(@Nullable EpochUnit unit) {
            this.unit = unit;
        }

        void take(RawTick tick) {
            int price = tick.priceDecimals();
            int quantity = tick.quantityDecimals();
            // A row that cannot be held at any scale will be rejected, and must not set the scale of the others.
            if (price > Instrument.MAX_SCALE || quantity > Instrument.MAX_SCALE) {
                return;
            }
            long timeNs = tick.timeNs;
            topNs = count == 0 ? timeNs : topNs;
            count++;
            priceScale = Math.max(priceScale, price);
            quantityScale = Math.max(quantityScale, quantity);
            inTimeOrder &= timeNs >= bottomNs;
            bottomNs = timeNs;
            firstNs = Math.min(firstNs, timeNs);
            lastNs = Math.max(lastNs, timeNs);
        }

        void take(Run later) {
            if (later.count == 0) {
                return;
            }
            inTimeOrder &= later.inTimeOrder && later.topNs >= bottomNs;
            topNs = count == 0 ? later.topNs : topNs;
            bottomNs = later.bottomNs;
            count += later.count;
            priceScale = Math.max(priceScale, later.priceScale);
            quantityScale = Math.max(quantityScale, later.quantityScale);
            firstNs = Math.min(firstNs, later.firstNs);
            lastNs = Math.max(lastNs, later.lastNs);
        }
    }
}
