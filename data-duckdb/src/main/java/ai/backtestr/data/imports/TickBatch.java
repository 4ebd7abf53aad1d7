package ai.backtestr.data.imports;

import ai.backtestr.data.store.Rejection;
import ai.backtestr.engine.tick.TickFlags;
import java.util.ArrayList;
import java.util.List;

/// Ticks that were read from rows one below the other of one file, at the instrument's scales, and the rows that
/// are none. Filled by one thread, then handed over.
final class TickBatch {
    /// A row that is no tick.
    ///
    /// @param line the line it begins on, counted from 1 below those above the batch
    record Refusal(long line, String reason) {}

    final FileFacts facts = new FileFacts();
    final List<Refusal> refusals = new ArrayList<>();

    /// How many rows are no ticks; only the first of them are kept.
    long refused;

    long crossed;

    /// How many times are before that of the tick above.
    long outOfOrder;

    /// How many lines of the file stand above it.
    long linesAbove;

    /// How many lines the rows stand on.
    long lines;

    /// Whether the file ends with it.
    boolean last;

    private final TickColumns ticks;

    /// @param ticks where the ticks go, without any; stays that of whoever provides it
    TickBatch(TickColumns ticks) {
        this.ticks = ticks;
    }

    TickColumns ticks() {
        return ticks;
    }

    int count() {
        return ticks.count();
    }

    long timeNs(int index) {
        return ticks.timeNs(index);
    }

    void add(long timeNs, long bidPrice, long askPrice, long bidQuantity, long askQuantity, byte bits) {
        int at = ticks.count();
        outOfOrder += at > 0 && timeNs < ticks.timeNs(at - 1) ? 1 : 0;
        crossed += (bits & TickFlags.CROSSED) != 0 ? 1 : 0;
        ticks.add(timeNs, bidPrice, askPrice, bidQuantity, askQuantity, bits);
    }

    void refuse(long line, String reason) {
        refused++;
        if (refusals.size() < Rejection.KEPT) {
            refusals.add(new Refusal(line, reason));
        }
    }
}
