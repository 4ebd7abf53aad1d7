package ai.backtestr.engine.bar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One timeframe's place in the tree of roll-ups: its closed bars, its forming bar, and the longer timeframes that
/// take in each of its bars as it closes. Engine thread only, but for the series.
final class TimeframeBars {
    final FormingBar forming = new FormingBar();
    final @Nullable TimeframeBars shorter;
    final ClosedBars closed;
    private final BarSpan span;
    private final List<TimeframeBars> longer = new ArrayList<>();

    /// @param shorter the timeframe whose bars add up to this one's; null of the base
    /// @param closed where closed bars go
    TimeframeBars(BarSpan span, @Nullable TimeframeBars shorter, ClosedBars closed) {
        this.span = span;
        this.shorter = shorter;
        this.closed = closed;
        if (shorter != null) {
            shorter.longer.add(this);
        }
    }

    /// Closes the bar that ended at or before `timeNs`, and those of the longer timeframes that ended too.
    ///
    /// @return how many bars closed that somebody asked for
    int closeEnded(long timeNs) {
        boolean closes = forming.isOpen();
        if (closes && timeNs < forming.endNs) {
            return 0;
        }
        int count = 0;
        for (int i = 0; i < longer.size(); i++) {
            TimeframeBars taker = longer.get(i);
            if (closes) {
                taker.takeIn(forming);
            }
            count += taker.closeEnded(timeNs);
        }
        return closes ? count + close() : count;
    }

    /// Returns when the first bar ends of this timeframe and the longer ones that has prices; `Long.MAX_VALUE` if
    /// none has.
    long nextEndNs() {
        if (forming.isOpen()) {
            return forming.endNs; // those of longer timeframes end no earlier
        }
        long first = Long.MAX_VALUE;
        for (int i = 0; i < longer.size(); i++) {
            first = Math.min(first, longer.get(i).nextEndNs());
        }
        return first;
    }

    private int close() {
        int kept = closed.append(forming);
        forming.clear();
        return kept;
    }

    /// Begins the period that holds `timeNs`.
    void begin(long timeNs) {
        span.place(forming, timeNs);
    }

    /// Sets `bar` to span this timeframe's period around `timeNs`.
    void placeAround(FormingBar bar, long timeNs) {
        span.place(bar, timeNs);
    }

    private void takeIn(FormingBar part) {
        if (!forming.isOpen()) {
            span.place(forming, part.startNs);
        }
        forming.merge(part);
    }
}
