package ai.backtestr.data.store;

import ai.backtestr.data.digest.TickDigest;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.time.Times;
import java.nio.file.Path;

/// Looks at the ticks of a part page by page, in the order in which they are stored: counts, digests, checks their
/// order and quality, and makes their bars. Used by one thread at a time.
final class PartScan implements AutoCloseable {
    private final Instrument instrument;
    private final TickDigest digest = new TickDigest();
    private final QualityScan quality;
    private final Rollup rollup;
    private long firstNs = Long.MAX_VALUE;
    private long lastNs = Long.MIN_VALUE;
    private boolean trades;

    /// @param folder where temporary files are made
    PartScan(Instrument instrument, Path folder) {
        this.instrument = instrument;
        quality = new QualityScan(instrument, Quality.KEPT);
        rollup = new Rollup(instrument.calendar(), folder);
    }

    /// @throws IllegalStateException if the ticks are not in the order of time
    void take(TickPage page) {
        look(page);
        digest.add(page, 0, page.count());
        quality.take(page);
        rollup.take(page);
    }

    private void look(TickPage page) {
        firstNs = page.count() > 0 ? Math.min(firstNs, page.timeNs(0)) : firstNs;
        for (int i = 0; i < page.count(); i++) {
            long timeNs = page.timeNs(i);
            if (timeNs < lastNs) {
                throw new IllegalStateException("ticks were stored out of order at " + Times.format(lastNs));
            }
            lastNs = timeNs;
            trades |= TickFlags.isTrade(page.flagBits(i));
        }
    }

    /// Returns what was seen as a part.
    Part part(int id, String stamp) {
        return new Part(id, firstNs, lastNs, digest.count(), trades, stamp);
    }

    String digest() {
        return digest.text(instrument.priceScale(), instrument.quantityScale());
    }

    Quality quality() {
        return quality.quality();
    }

    Rollup rollup() {
        return rollup;
    }

    @Override
    public void close() {
        rollup.close();
    }
}
