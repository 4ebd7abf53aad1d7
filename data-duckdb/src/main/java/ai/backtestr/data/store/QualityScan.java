package ai.backtestr.data.store;

import ai.backtestr.data.store.QualityReport.Kind;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.time.Times;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
    private static final Set<Kind> FINDINGS = EnumSet.of(Kind.SPIKE, Kind.GAP, Kind.OFF_HOURS);

    private final Instrument instrument;
    private final OpenHours hours;
    private final Prices quotes = new Prices();
    private final Prices trades = new Prices();
    private final QualityPlaces places;
    private long number;
    private long lastNs = Long.MIN_VALUE;
    private long lastBid;
    private long lastAsk;
    private long lastBidSize;
    private long lastAskSize;
    private byte lastFlags;
    private long longestGapNs;

    /// @param kept how many places of a kind are kept
    QualityScan(Instrument instrument, int kept) {
        this.instrument = instrument;
        places = new QualityPlaces(kept);
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
            if (isRepeated(page, i)) {
                places.row(Kind.DUPLICATE, number, timeNs, () -> "equal in everything to the tick before");
            }
            gap(timeNs);
        }
        if (!trade) {
            spread(timeNs, page.bidPrice(i), page.askPrice(i));
        }
        if (hours.isClosed(timeNs)) {
            places.row(
                    Kind.OFF_HOURS,
                    number,
                    timeNs,
                    () -> "ticks while " + instrument.calendar().name() + " is closed");
        }
        (trade ? trades : quotes).take(timeNs, page.bidPrice(i) + page.askPrice(i));
        lastNs = timeNs;
        lastBid = page.bidPrice(i);
        lastAsk = page.askPrice(i);
        lastBidSize = page.bidQuantity(i);
        lastAskSize = page.askQuantity(i);
        lastFlags = flags;
        number++;
    }

    private void spread(long timeNs, long bid, long ask) {
        if (ask == bid) {
            places.row(Kind.LOCKED, number, timeNs, () -> "bid and ask " + instrument.formatPrice(bid));
        } else if (ask < bid) {
            places.row(
                    Kind.CROSSED,
                    number,
                    timeNs,
                    () -> "bid " + instrument.formatPrice(bid) + ", ask " + instrument.formatPrice(ask));
        }
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
            longestGapNs = Math.max(longestGapNs, openNs);
            places.add(
                    Kind.GAP,
                    lastNs,
                    timeNs,
                    () -> "no tick for " + Duration.ofNanos(openNs).toSeconds() + " s");
        }
    }

    /// Returns what is kept with an import.
    Quality quality() {
        return new Quality(
                rows(Kind.DUPLICATE),
                rows(Kind.LOCKED),
                rows(Kind.SPIKE),
                rows(Kind.GAP),
                longestGapNs,
                rows(Kind.OFF_HOURS),
                findings());
    }

    private long rows(Kind kind) {
        return places.sum(kind).rows();
    }

    private List<Quality.Finding> findings() {
        return places.kept().stream()
                .filter(place -> FINDINGS.contains(place.kind()))
                .map(place -> new Quality.Finding(place.kind().title(), place.fromNs(), place.detail()))
                .toList();
    }

    /// Returns all that was found.
    QualityReport report() {
        return QualityReport.of(number, places);
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
                places.add(
                        Kind.SPIKE, lastAtNs, lastAtNs, () -> text(beforeLast) + " " + text(last) + " " + text(next));
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
