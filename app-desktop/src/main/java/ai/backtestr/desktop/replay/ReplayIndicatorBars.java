package ai.backtestr.desktop.replay;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.replay.ReplayFrame;
import ai.backtestr.engine.run.RunState.BarsNow;
import ai.backtestr.render.series.IndicatorBars;
import java.util.function.BooleanSupplier;

/// The bars that had closed at a frame of a replay, as indicators take them in; nothing later is known of. Any
/// thread.
///
/// @param frame the frame
/// @param calendar when trading days begin
record ReplayIndicatorBars(ReplayFrame frame, TradingCalendar calendar) implements IndicatorBars {
    @Override
    public Stretch read(Timeframe timeframe, long fromNs, long toNs, int before, BooleanSupplier cancelled) {
        for (BarsNow bars : frame.state().bars()) {
            if (bars.series().timeframe().equals(timeframe)) {
                return new Stretch(bars.series(), bars.closed(), true);
            }
        }
        throw new IllegalArgumentException("the replay has no " + timeframe + " bars");
    }
}
