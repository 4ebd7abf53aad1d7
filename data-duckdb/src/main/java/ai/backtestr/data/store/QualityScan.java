package ai.backtestr.data.store;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.time.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks through the ticks of an import in the order of time.
///
/// A *spike* is a price, of quotes the middle, that lies on the same side of the price before and of the price
/// after, by more than 20 times the median of the changes before it. The median is that of the last full block of
/// 256 changes other than zero; before the first block is full there are no spikes. Quotes and trades are looked
/// at apart. Used by one thread.
final class QualityScan {
    private static final long GAP_NS = 30 * 60 * Times.SECOND_NS;
    private static final int BLOCK = 256;
    private static final int TIMES_MEDIAN = 20;

    private final Instrument instrument;
    private final OpenHours hours;
    private final Prices quotes = new Prices();
    private final Prices trades = new Prices();
    private final List<Quality.Finding> findings = new ArrayList<>();
    private final Map<String, Integer> kept = new HashMap<>();
    private long lastNs = Long.MIN_VALUE;
    private long lastBid;
    private long lastAsk;
    private long lastBidSize;
    private long lastAskSize;
    private byte lastFlags;
    private boolean closedBefore;
    private long duplicates;
    private long locked;
    private long spikes;
    private long gaps;
    private long longestGapNs;
    private long offHours;

    QualityScan(Instrument instrument) {
        this.instrument = instrument;
        hours = new OpenHours(instrument.calendar());
    }

    void take(TickPage page) {
        for (int i = 0; i < page.count(); i++) {
            take(page, i);
        }
    }

    private void take(TickPage page, int i) {
        long timeNs = page.timeNs(i);
        byte flags = page.flagBits(i);
        boolean trade = TickFlags.isTrade(flags);
        if (lastNs != Long.MIN_VALUE) {
            duplicates += isRepeated(page, i) ? 1 : 0;
            gap(timeNs);
        }
        locked += !trade && page.askPrice(i) == page.bidPrice(i) ? 1 : 0;
        offHours(timeNs);
        (trade ? trades : quotes).take(timeNs, page.bidPrice(i) + page.askPrice(i));
        lastNs = timeNs;
        lastBid = page.bidPrice(i);
        lastAsk = page.askPrice(i);
        lastBidSize = page.bidQuantity(i);
        lastAskSize = page.askQuantity(i);
        lastFlags = flags;
    }

    private boolean isRepeated(TickPage page, int i) {
        return page.timeNs(i) == lastNs
                && page.bidPrice(i) == lastBid
                && page.askPrice(i) == lastAsk
                && page.bidQuantity(i) == lastBidSize
                && page.askQuantity(i) == lastAskSize
                && page.flagBits(i) == lastFlags;
    }

    private void gap(long timeNs) {
        if (timeNs - lastNs <= GAP_NS) {
            return;
        }
        long openNs = hours.openNs(lastNs, timeNs);
        if (openNs > GAP_NS) {
            gaps++;
            longestGapNs = Math.max(longestGapNs, openNs);
            found("gap", lastNs, "no tick for " + Duration.ofNanos(openNs).toSeconds() + " s");
        }
    }

    private void offHours(long timeNs) {
        boolean closed = hours.isClosed(timeNs);
        if (closed) {
            offHours++;
            if (!closedBefore) {
                found(
                        "off hours",
                        timeNs,
                        "ticks while " + instrument.calendar().name() + " is closed");
            }
        }
        closedBefore = closed;
    }

    private void found(String kind, long timeNs, String detail) {
        if (kept.merge(kind, 1, Integer::sum) <= Quality.KEPT) {
            findings.add(new Quality.Finding(kind, timeNs, detail));
        }
    }

    Quality quality() {
        findings.sort(Comparator.comparingLong(Quality.Finding::timeNs));
        return new Quality(duplicates, locked, spikes, gaps, longestGapNs, offHours, findings);
    }

    /// The prices of quotes, or of trades, each twice its size.
    private final class Prices {
        private final long[] changes = new long[BLOCK];
        private int filled;
        private long median = Long.MAX_VALUE / TIMES_MEDIAN;
        private int seen;
        private long beforeLast;
        private long last;
        private long lastAtNs;

        void take(long timeNs, long price) {
            if (seen >= 2) {
                spike(price);
            }
            if (seen >= 1 && price != last) {
                change(Math.abs(price - last));
            }
            beforeLast = last;
            last = price;
            lastAtNs = timeNs;
            seen = Math.min(2, seen + 1);
        }

        private void spike(long next) {
            long up = last - Math.max(beforeLast, next);
            long down = Math.min(beforeLast, next) - last;
            if (Math.max(up, down) > TIMES_MEDIAN * median) {
                spikes++;
                found("spike", lastAtNs, text(beforeLast) + " " + text(last) + " " + text(next));
            }
        }

        private String text(long doubled) {
            return instrument.formatPrice(doubled / 2);
        }

        private void change(long size) {
            changes[filled++] = size;
            if (filled == BLOCK) {
                Arrays.sort(changes);
                median = changes[BLOCK / 2];
                filled = 0;
            }
        }
    }
}
