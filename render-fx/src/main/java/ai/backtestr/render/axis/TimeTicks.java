package ai.backtestr.render.axis;

import ai.backtestr.render.series.TimeSeries;
import java.util.Arrays;

/// The bars that a time axis labels: those that are the first at or after a round moment in UTC.
///
/// The axis is even in bars, not in time, so a weekend takes no room and the distance between two days varies.
/// Levels are tried from years down to fractions of a second; each adds its moments where there is room, until one
/// finds room for less than half of them. Since each level contains the coarser ones and depends on the calendar
/// only, labels stay where they are while the chart is panned.
///
/// Threads: confined to one, the FX thread.
public final class TimeTicks {
    private static final int MAX_TICKS = 128;

    private final TimeLabels labels = new TimeLabels();
    private int[] bars = new int[MAX_TICKS];
    private TimeUnit[] units = new TimeUnit[MAX_TICKS];
    private int count;
    private TimeUnit finest = TimeUnit.YEAR;

    private final int[] candidates = new int[MAX_TICKS];
    private int[] mergedBars = new int[MAX_TICKS];
    private TimeUnit[] mergedUnits = new TimeUnit[MAX_TICKS];

    /// An axis without ticks until [#choose] is called.
    public TimeTicks() {
        Arrays.fill(units, TimeUnit.YEAR);
        Arrays.fill(mergedUnits, TimeUnit.YEAR);
    }

    /// Chooses ticks among the bars `from` (inclusive) to `to` (exclusive), at least `minGap` bars apart.
    public void choose(TimeSeries series, int from, int to, double minGap) {
        count = 0;
        finest = TimeUnit.YEAR;
        if (from >= to) {
            return;
        }
        for (TimeLevel level : TimeLevel.values()) {
            int found = collect(series, level, from, to);
            if (found < 0 || !merge(level.unit, found, minGap)) {
                return;
            }
        }
    }

    /// Collects the bars of a level that are not labelled yet; -1 if there are far too many.
    private int collect(TimeSeries series, TimeLevel level, int from, int to) {
        int found = 0;
        int known = 0;
        int bar = from - 1;
        while (true) {
            long after = bar < 0 ? series.timeNs(0) : series.timeNs(bar) + 1;
            long boundary = level.atOrAfter(after);
            bar = series.indexAtOrBefore(boundary - 1) + 1;
            if (bar >= to) {
                return found;
            }
            while (known < count && bars[known] < bar) {
                known++;
            }
            boolean labelled = known < count && bars[known] == bar;
            if (labelled || !level.marks(boundary, series.timeNs(bar))) {
                continue;
            }
            if (found == MAX_TICKS) {
                return -1;
            }
            candidates[found++] = bar;
        }
    }

    /// Adds the candidates that keep their distance, unless too few do.
    private boolean merge(TimeUnit unit, int found, double minGap) {
        int merged = 0;
        int added = 0;
        int known = 0;
        for (int i = 0; i < found; i++) {
            while (known < count && bars[known] < candidates[i]) {
                merged = put(merged, bars[known], units[known]);
                known++;
            }
            boolean clearBefore = merged == 0 || candidates[i] - mergedBars[merged - 1] >= minGap;
            boolean clearAfter = known == count || bars[known] - candidates[i] >= minGap;
            if (clearBefore && clearAfter && merged + count - known < MAX_TICKS) {
                merged = put(merged, candidates[i], unit);
                added++;
            }
        }
        for (; known < count; known++) {
            merged = put(merged, bars[known], units[known]);
        }
        if (added * 2 < found) {
            return false;
        }
        finest = added > 0 ? unit : finest;
        adopt(merged);
        return true;
    }

    private int put(int at, int bar, TimeUnit unit) {
        mergedBars[at] = bar;
        mergedUnits[at] = unit;
        return at + 1;
    }

    private void adopt(int merged) {
        int[] freeBars = bars;
        bars = mergedBars;
        mergedBars = freeBars;
        TimeUnit[] freeUnits = units;
        units = mergedUnits;
        mergedUnits = freeUnits;
        count = merged;
    }

    /// Returns the number of ticks.
    public int count() {
        return count;
    }

    /// Returns the bar that tick `i` stands at, ascending.
    public int bar(int i) {
        return bars[i];
    }

    /// Tells whether tick `i` begins something coarser (a day among hours, a year among months) and deserves
    /// weight.
    public boolean isEmphasised(int i) {
        boolean sameKind = units[i] == finest || (units[i].isWithinDay() && finest.isWithinDay());
        return !sameKind;
    }

    /// Returns the label of tick `i`, made from the time of its bar.
    public String label(int i, TimeSeries series) {
        return labels.label(series.timeNs(bars[i]), units[i], finest);
    }
}
