package ai.backtestr.engine.run;

import ai.backtestr.engine.testing.RecordedTicks.Tick;
import java.util.ArrayList;
import java.util.List;

/// The EMA cross written the obvious way, without the engine: works out the bars of the whole stretch, both
/// averages from the start for every bar, and looks for the tick that comes after the one which ended the bar.
final class SlowEmaCross {
    private SlowEmaCross() {}

    static List<String> fills(List<Tick> ticks, int fast, int slow, long barNs, long quantity) {
        List<String> fills = new ArrayList<>();
        List<Double> closes = new ArrayList<>();
        long position = 0;
        int lastSide = 0;
        for (int i = 1; i < ticks.size(); i++) {
            long endedNs = ticks.get(i - 1).timeNs() / barNs;
            if (ticks.get(i).timeNs() / barNs == endedNs) {
                continue;
            }
            closes.add(ticks.get(i - 1).bid() / 100_000.0);
            if (closes.size() < slow) {
                continue;
            }
            int side = (int) Math.signum(average(closes, fast) - average(closes, slow));
            if (side != 0 && lastSide != 0 && side != lastSide && i + 1 < ticks.size()) {
                Tick next = ticks.get(i + 1);
                long change = side * quantity - position;
                fills.add(next.timeNs() + (change > 0 ? " buy " : " sell ") + Math.abs(change) + " "
                        + (change > 0 ? next.ask() : next.bid()));
                position += change;
            }
            lastSide = side == 0 ? lastSide : side;
        }
        return fills;
    }

    private static double average(List<Double> closes, int period) {
        double average = 0;
        for (int i = 0; i < period; i++) {
            average += closes.get(i);
        }
        average /= period;
        for (int i = period; i < closes.size(); i++) {
            average += (closes.get(i) - average) * (2.0 / (period + 1.0));
        }
        return average;
    }
}
