package ai.backtestr.desktop.workspace;

import ai.backtestr.data.store.StoredBars;
import ai.backtestr.data.store.StoredSymbol;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/// Ticks of an instrument, or its bar data of one timeframe.
///
/// @param instrument the instrument
/// @param firstNs time of the first, nanoseconds since the epoch, UTC
/// @param lastNs time of the last
/// @param count how many there are
/// @param recorded how long the recorded bars last; null for ticks
public record StoredData(
        Instrument instrument,
        long firstNs,
        long lastNs,
        long count,
        @Nullable Timeframe recorded) {
    static StoredData of(StoredSymbol ticks) {
        return new StoredData(ticks.instrument(), ticks.firstNs(), ticks.lastNs(), ticks.ticks(), null);
    }

    static StoredData of(StoredBars bars) {
        return new StoredData(bars.instrument(), bars.firstNs(), bars.lastNs(), bars.bars(), bars.timeframe());
    }

    /// Returns what it is, in words: `ticks`, `1d bars`.
    public String kind() {
        return recorded == null ? "ticks" : recorded + " bars";
    }

    /// Tells whether bars of that length can be made of it.
    public boolean makes(Timeframe timeframe) {
        return recorded == null || timeframe.traded().isMadeOf(recorded);
    }
}
