package ai.backtestr.render.axis;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.series.SlotAxis;
import ai.backtestr.render.series.TimeSeries;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The bars that a time axis labels: those that are the first at or after a round time of a clock,
/// that of UTC unless another is set.
///
/// The axis is even in bars, not in time, so a weekend takes no room and the distance between two days varies.
/// Where bars are wider than the chart, the axis is one of moments, each of which can have a label.
/// Levels are tried from years down to fractions of a second; each adds its moments where there is room, until
/// one finds room for less than half of them. Since each level contains the coarser ones and depends on the
/// calendar only, labels stay where they are while the chart is panned.
///
/// Threads: confined to one, the FX thread.
public final class TimeTicks {
    private static final int MAX_TICKS = 128;

    private static final TimeLevel[] LEVELS = TimeLevel.values();

    private final BarMoments ofBars = new BarMoments();
    private final SlotMoments ofSlots = new SlotMoments();
    private double[] positions = new double[MAX_TICKS];
    private long[] times = new long[MAX_TICKS];
    private TimeUnit[] units = new TimeUnit[MAX_TICKS];
    private int count;
    private TimeUnit finest = TimeUnit.YEAR;
    private WallClock clock = WallClock.UTC;

    private final double[] candidates = new double[MAX_TICKS];
    private final long[] candidateTimes = new long[MAX_TICKS];
    private double[] mergedPositions = new double[MAX_TICKS];
    private long[] mergedTimes = new long[MAX_TICKS];
    private TimeUnit[] mergedUnits = new TimeUnit[MAX_TICKS];

    /// An axis without ticks until [#choose] is called.
    public TimeTicks() {
        Arrays.fill(units, TimeUnit.YEAR);
        Arrays.fill(mergedUnits, TimeUnit.YEAR);
    }

    /// Sets the clock whose times are labelled, to be followed by [#choose].
    public void setClock(WallClock newClock) {
        clock = newClock;
    }

    /// Chooses ticks among the bars `from` (inclusive) to `to` (exclusive), at least `minGap` bars apart.
    public void choose(TimeSeries series, int from, int to, double minGap) {
        count = 0;
        finest = TimeUnit.YEAR;
        if (from < to) {
            ofBars.series = series;
            choose(ofBars, from == 0 ? series.timeNs(0) : series.timeNs(from - 1) + 1, to, minGap);
        }
    }

    /// Chooses ticks among the moments between two positions, at least `minGap` slots apart.
    public void choose(SlotAxis axis, double from, double to, double minGap) {
        count = 0;
        finest = TimeUnit.YEAR;
        ofSlots.axis = axis;
        choose(ofSlots, axis.timeNs(from), to, minGap);
    }

    private void choose(Moments moments, long fromNs, double to, double minGap) {
        for (TimeLevel level : LEVELS) {
            int found = collect(moments, level, fromNs, to);
            if (found < 0 || !merge(level.unit, found, minGap)) {
                return;
            }
        }
    }

    /// Collects the moments of a level that are not labelled yet; -1 if there are far too many.
    private int collect(Moments moments, TimeLevel level, long fromNs, double to) {
        int found = 0;
        int known = 0;
        long after = fromNs;
        while (true) {
            long boundary = level.atOrAfter(after, clock);
            double position = moments.positionAtOrAfter(boundary);
            if (position >= to) {
                return found;
            }
            long shownNs = moments.shownAtOrAfter(boundary);
            after = shownNs + 1;
            while (known < count && positions[known] < position) {
                known++;
            }
            boolean labelled = known < count && positions[known] == position;
            if (labelled || !level.marks(boundary, shownNs, clock)) {
                continue;
            }
            if (found == MAX_TICKS) {
                return -1;
            }
            candidates[found] = position;
            candidateTimes[found++] = shownNs;
        }
    }

    /// Adds the candidates that keep their distance, unless too few do.
    private boolean merge(TimeUnit unit, int found, double minGap) {
        int merged = 0;
        int added = 0;
        int known = 0;
        for (int i = 0; i < found; i++) {
            while (known < count && positions[known] < candidates[i]) {
                merged = put(merged, positions[known], times[known], units[known]);
                known++;
            }
            boolean clearBefore = merged == 0 || candidates[i] - mergedPositions[merged - 1] >= minGap;
            boolean clearAfter = known == count || positions[known] - candidates[i] >= minGap;
            if (clearBefore && clearAfter && merged + count - known < MAX_TICKS) {
                merged = put(merged, candidates[i], candidateTimes[i], unit);
                added++;
            }
        }
        for (; known < count; known++) {
            merged = put(merged, positions[known], times[known], units[known]);
        }
        if (added * 2 < found) {
            return false;
        }
        finest = added > 0 ? unit : finest;
        adopt(merged);
        return true;
    }

    private int put(int at, double position, long timeNs, TimeUnit unit) {
        mergedPositions[at] = position;
        mergedTimes[at] = timeNs;
        mergedUnits[at] = unit;
        return at + 1;
    }

    private void adopt(int merged) {
        double[] freePositions = positions;
        positions = mergedPositions;
        mergedPositions = freePositions;
        long[] freeTimes = times;
        times = mergedTimes;
        mergedTimes = freeTimes;
        TimeUnit[] freeUnits = units;
        units = mergedUnits;
        mergedUnits = freeUnits;
        count = merged;
    }

    /// Returns the number of ticks.
    public int count() {
        return count;
    }

    /// Returns the position that tick `i` stands at, ascending: the number of a bar, or any of a moment.
    public double position(int i) {
        return positions[i];
    }

    /// Tells whether tick `i` begins something coarser (a day among hours, a year among months) and deserves
    /// weight.
    public boolean isEmphasised(int i) {
        boolean sameKind = units[i] == finest || (units[i].isWithinDay() && finest.isWithinDay());
        return !sameKind;
    }

    /// Returns the label of tick `i`, made from the time of its bar or moment.
    public String label(int i) {
        TextParts line = new TextParts();
        writeLabel(i, line);
        return line.toString();
    }

    /// Adds the label of tick `i` to a line.
    public void writeLabel(int i, TextParts line) {
        TimeLabels.write(clock.localNs(times[i]), units[i], finest, line);
    }

    /// Which moments an axis shows, and where.
    private interface Moments {
        double positionAtOrAfter(long boundaryNs);

        long shownAtOrAfter(long boundaryNs);
    }

    private static final class BarMoments implements Moments {
        private @Nullable TimeSeries series;

        private TimeSeries bars() {
            return Objects.requireNonNull(series);
        }

        @Override
        public double positionAtOrAfter(long boundaryNs) {
            int bar = bars().indexAtOrBefore(boundaryNs - 1) + 1;
            return bar < bars().count() ? bar : Double.POSITIVE_INFINITY;
        }

        @Override
        public long shownAtOrAfter(long boundaryNs) {
            return bars().timeNs(bars().indexAtOrBefore(boundaryNs - 1) + 1);
        }
    }

    private static final class SlotMoments implements Moments {
        private @Nullable SlotAxis axis;

        @Override
        public double positionAtOrAfter(long boundaryNs) {
            return Objects.requireNonNull(axis).position(boundaryNs);
        }

        @Override
        public long shownAtOrAfter(long boundaryNs) {
            return Objects.requireNonNull(axis).shownAtOrAfter(boundaryNs);
        }
    }
}
