package ai.backtestr.engine.bar;

import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One timeframe's place in the tree of roll-ups: its closed bars, its forming bar, and the longer timeframes that
/// take in each of its bars as it closes. Engine thread only, but for the series.
final class TimeframeBars {
    final FormingBar forming = new FormingBar();
    final @Nullable TimeframeBars shorter;
    final @Nullable BarSeries series;
    private final BarSpan span;
    private final List<TimeframeBars> longer = new ArrayList<>();

    /// @param shorter the timeframe whose bars add up to this one's; null of the base
    /// @param series where closed bars go; null for a base that nobody asked for
    TimeframeBars(
            long lengthNs, TradingCalendar calendar, @Nullable TimeframeBars shorter, @Nullable BarSeries series) {
        this.span = new BarSpan(lengthNs, calendar);
        this.shorter = shorter;
        this.series = series;
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
        int closed = 0;
        for (int i = 0; i < longer.size(); i++) {
            TimeframeBars taker = longer.get(i);
            if (closes) {
                taker.takeIn(forming);
            }
            closed += taker.closeEnded(timeNs);
        }
        return closes ? closed + close() : closed;
    }

    private int close() {
        if (series != null) {
            series.append(forming);
        }
        forming.clear();
        return series != null ? 1 : 0;
    }

    /// Begins the period that holds `timeNs`.
    void begin(long timeNs) {
        span.place(forming, timeNs);
    }

    /// Sets `bar` to span this timeframe's period around `timeNs`.
    void placeAround(FormingBar bar, long timeNs) {
        span.place(bar, timeNs);
    }

    private void takeIn(FormingBar closed) {
        if (!forming.isOpen()) {
            span.place(forming, closed.startNs);
        }
        forming.merge(closed);
    }
}
