package ai.backtestr.engine.run;

import java.util.ArrayList;
import java.util.List;

/// The instruments that one strategy trades, the main one first. Time passes for all of them with the ticks of any:
/// sessions close, days and bars end. Engine thread only.
final class StrategyGroup {
    final List<InstrumentDesk> desks = new ArrayList<>();
    private final Timers timers;
    private boolean started;
    private boolean listens;
    private long timerNs;

    StrategyGroup(Timers timers) {
        this.timers = timers;
    }

    /// Lets the strategy ask for what it needs.
    void prepare() {
        StrategyRunner.prepare(desks.stream().map(desk -> desk.runner).toList());
    }

    /// Takes over what it has asked for.
    void prepared() {
        desks.forEach(InstrumentDesk::prepared);
        listens = desks.stream().anyMatch(desk -> desk.runner.listensToTicks());
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

    /// Returns the next time at which a tick of any of its instruments has something to do: a timer, a close, the end
    /// of a day or of a bar of another instrument.
    long nextEventNs() {
        long next = timers.nextNs();
        for (int i = 0; i < desks.size(); i++) {
            InstrumentDesk desk = desks.get(i);
            next = Math.min(next, Math.min(desk.matcher.nextCloseNs(), desk.rollover.nextNs()));
            next = Math.min(next, desk.bars().nextEndWithoutPriceNs());
        }
        return next;
    }

    /// Remembers what orders and timers are due, to tell by [#isDueChanged] whether the strategy has added to them.
    void rememberDue() {
        timerNs = timers.nextNs();
        for (int i = 0; i < desks.size(); i++) {
            desks.get(i).rememberDue();
        }
    }

    boolean isDueChanged() {
        boolean changed = timers.nextNs() != timerNs;
        for (int i = 0; i < desks.size(); i++) {
            changed |= desks.get(i).isDueChanged();
        }
        return changed;
    }

    boolean listensToTicks() {
        return listens;
    }

    void stop() {
        if (started) {
            desks.getFirst().runner.onStop();
        }
    }
}
