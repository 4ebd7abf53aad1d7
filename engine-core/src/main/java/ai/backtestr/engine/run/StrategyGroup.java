package ai.backtestr.engine.run;

import java.util.ArrayList;
import java.util.List;

/// The instruments that one strategy trades, the main one first. Time passes for all of them with the ticks of any:
/// sessions close, days and bars end. Engine thread only.
final class StrategyGroup {
    final List<InstrumentDesk> desks = new ArrayList<>();
    private final Timers timers;
    private boolean started;

    StrategyGroup(Timers timers) {
        this.timers = timers;
    }

    /// Lets the strategy ask for what it needs.
    void prepare() {
        StrategyRunner.prepare(desks.stream().map(desk -> desk.runner).toList());
    }

    /// Closes the bars that ended by `timeNs`, of all instruments, before the strategy hears of the first.
    void closeBars(long timeNs, long tickNumber) {
        long closed = 0;
        for (int i = 0; i < desks.size(); i++) {
            InstrumentDesk desk = desks.get(i);
            if (desk.bars().closeEnded(timeNs) != 0) {
                desk.runner.takeInClosedBars();
                closed |= 1L << i;
            }
        }
        for (int i = 0; closed != 0; i++, closed >>>= 1) {
            if ((closed & 1) != 0) {
                desks.get(i).runner.tellOfClosedBars(tickNumber);
            }
        }
    }

    /// Starts the strategy on the first tick and calls it for its timers from then on.
    void wake(long timeNs, long tickNumber) {
        if (!timers.isDue(timeNs)) {
            return;
        }
        if (!started) {
            started = true;
            desks.getFirst().runner.onStart();
        } else {
            desks.getFirst().runner.onTimers(tickNumber, timeNs);
        }
    }

    void stop() {
        if (started) {
            desks.getFirst().runner.onStop();
        }
    }
}
