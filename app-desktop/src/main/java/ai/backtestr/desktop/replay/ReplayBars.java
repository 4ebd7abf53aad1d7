package ai.backtestr.desktop.replay;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.replay.ReplayFrame;
import ai.backtestr.engine.run.RunState.BarsNow;
import ai.backtestr.render.series.BarSource;
import org.jspecify.annotations.Nullable;

/// The bars of a replay as a chart reads them: those that had closed at the frame shown, then the forming one. FX
/// thread only.
final class ReplayBars implements BarSource {
    private final int timeframe; // its place among those of the replay
    private BarsNow now;

    ReplayBars(ReplayFrame frame, int timeframe) {
        this.timeframe = timeframe;
        now = frame.state().bars().get(timeframe);
    }

    /// Goes on to a later frame of the same generation.
    void show(ReplayFrame frame) {
        now = frame.state().bars().get(timeframe);
    }

    Timeframe timeframe() {
        return now.series().timeframe();
    }

    int priceScale() {
        return now.series().priceScale();
    }

    @Override
    public int count() {
        return now.closed() + (now.forming() == null ? 0 : 1);
    }

    private @Nullable Bar forming(int index) {
        return index == now.closed() ? now.forming() : null;
    }

    @Override
    public long timeNs(int index) {
        Bar bar = forming(index);
        return bar == null ? now.series().timeNs(index) : bar.timeNs();
    }

    @Override
    public double open(int index) {
        Bar bar = forming(index);
        return price(bar == null ? now.series().open(index) : bar.open());
    }

    @Override
    public double high(int index) {
        Bar bar = forming(index);
        return price(bar == null ? now.series().high(index) : bar.high());
    }

    @Override
    public double low(int index) {
        Bar bar = forming(index);
        return price(bar == null ? now.series().low(index) : bar.low());
    }

    @Override
    public double close(int index) {
        Bar bar = forming(index);
        return price(bar == null ? now.series().close(index) : bar.close());
    }

    @Override
    public double volume(int index) {
        Bar bar = forming(index);
        long units = bar == null ? now.series().volume(index) : bar.volume();
        return FixedPoint.toDouble(units, now.series().quantityScale());
    }

    @Override
    public long ticks(int index) {
        Bar bar = forming(index);
        return bar == null ? now.series().ticks(index) : bar.ticks();
    }

    private double price(long units) {
        return FixedPoint.toDouble(units, now.series().priceScale());
    }
}
