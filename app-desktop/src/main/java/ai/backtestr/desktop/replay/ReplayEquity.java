package ai.backtestr.desktop.replay;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.replay.ReplayFrame;
import ai.backtestr.render.series.EquitySource;

/// The equity of a replay as a chart reads it, up to the frame shown; nothing later is known of. FX thread only.
final class ReplayEquity implements EquitySource {
    private EquityCurve.SoFar now;

    ReplayEquity(ReplayFrame frame) {
        now = frame.equity();
    }

    /// Goes on to a later frame of the same generation.
    void show(ReplayFrame frame) {
        now = frame.equity();
    }

    @Override
    public int count() {
        return now.count();
    }

    @Override
    public long timeNs(int index) {
        return now.timeNs(index);
    }

    @Override
    public double value(int index) {
        return Money.toDouble(now.equity(index));
    }
}
