package ai.backtestr.engine.testing;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarDataSource;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import java.util.List;

/// Bars from a list.
public final class RecordedBars implements BarDataSource {
    private final Instrument instrument;
    private final Timeframe timeframe;
    private final List<Bar> bars;
    private int next;

    public RecordedBars(Instrument instrument, Timeframe timeframe, List<Bar> bars) {
        this.instrument = instrument;
        this.timeframe = timeframe;
        this.bars = bars;
    }

    /// A bar without volume.
    public static Bar bar(long timeNs, long open, long high, long low, long close) {
        return new Bar(timeNs, open, high, low, close, 0, 1);
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public Timeframe timeframe() {
        return timeframe;
    }

    @Override
    public long barCount() {
        return bars.size();
    }

    @Override
    public String dataDigest() {
        return Integer.toHexString(bars.hashCode());
    }

    @Override
    public boolean next() {
        next++;
        return next <= bars.size();
    }

    @Override
    public Bar bar() {
        return bars.get(next - 1);
    }

    @Override
    public void close() {}
}
