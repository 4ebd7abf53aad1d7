package ai.backtestr.render.profile;

import ai.backtestr.render.chart.PlotView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds out what has to be summed up for what is on screen, which is something else in nearly every frame of a pan:
/// so it is noted as numbers, in room that is written over, and becomes a [FlowWish] only for who fulfils it.
///
/// Threads: [#noted] on the FX thread; [#wish] on any.
final class WishMaker {
    /// Bars narrower than this have no footprint, logical pixels.
    static final double NARROWEST_BAR = 26;

    private static final double BAR_ROW = 13;
    private static final double PROFILE_ROW = 4;
    private static final long MOST_SESSIONS_NS = 400 * 86_400_000_000_000L;

    private final Numbers scratch = new Numbers(); // FX thread
    private final Numbers noted = new Numbers(); // guarded by itself
    private long version; // guarded by `noted`

    /// Notes what is wanted for a picture.
    ///
    /// @return its number, from 1, which is another one only where something else is wanted than the time before
    long noted(PlotView view, OrderFlow flow, boolean footprint, boolean profile, boolean sessions) {
        boolean bars = footprint && hasRoom(view);
        long fromNs = view.columnCount() == 0 ? 0 : view.columnNs(0);
        long toNs = Math.max(fromNs + 1, view.columnCount() == 0 ? 1 : view.columnNs(view.columnCount()));
        scratch.clear();
        scratch.add(bars ? row(view, flow, BAR_ROW) : 1);
        scratch.add(profile || sessions ? row(view, flow, PROFILE_ROW) : 1);
        scratch.add(profile ? 1 : 0);
        scratch.add(sessions && toNs - fromNs < MOST_SESSIONS_NS ? 1 : 0);
        scratch.add(fromNs);
        scratch.add(toNs);
        if (bars) {
            addBars(view);
        }
        return version(scratch);
    }

    private void addBars(PlotView view) {
        for (int i = 0; i < view.columnCount(); i++) {
            long fromNs = view.columnNs(i);
            long toNs = view.columnNs(i + 1);
            if (view.columns().isPresent(i) && fromNs < toNs) {
                scratch.add(fromNs);
                scratch.add(toNs);
            }
        }
    }

    private long version(Numbers wanted) {
        synchronized (noted) {
            if (version == 0 || !noted.isSame(wanted)) {
                noted.copy(wanted);
                version++;
            }
            return version;
        }
    }

    /// Returns what was noted last; something has been.
    FlowWish wish() {
        synchronized (noted) {
            int at = 0;
            long barRow = noted.get(at++);
            long profileRow = noted.get(at++);
            boolean visible = noted.get(at++) == 1;
            boolean sessions = noted.get(at++) == 1;
            Span span = new Span(noted.get(at++), noted.get(at++));
            List<Span> bars = new ArrayList<>();
            while (at < noted.count()) {
                bars.add(new Span(noted.get(at++), noted.get(at++)));
            }
            return new FlowWish(version, bars, barRow, visible, sessions, span, profileRow);
        }
    }

    static boolean hasRoom(PlotView view) {
        return view.isBars() && view.barWidth() >= NARROWEST_BAR;
    }

    /// Returns the lowest height of a row, in the steps 1, 2, 5, 10, ... of the tick size, at which rows in the
    /// middle of the pane have that many pixels.
    static long row(PlotView view, OrderFlow flow, double pixels) {
        double middle = view.height() / 2;
        double prices = Math.abs(view.price(middle - pixels / 2) - view.price(middle + pixels / 2));
        double ticks = prices * Math.pow(10, flow.priceScale()) / flow.tickSize();
        long step = 1;
        int factor = 0;
        while (step < ticks && step < Long.MAX_VALUE / 100 / flow.tickSize()) {
            step = factor == 1 ? step / 2 * 5 : step * 2;
            factor = (factor + 1) % 3;
        }
        return step * flow.tickSize();
    }

    /// Numbers in a row, in room that is kept.
    private static final class Numbers {
        private long[] values = new long[64];
        private int count;

        void clear() {
            count = 0;
        }

        void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        int count() {
            return count;
        }

        long get(int index) {
            return values[index];
        }

        boolean isSame(Numbers other) {
            return Arrays.equals(values, 0, count, other.values, 0, other.count);
        }

        void copy(Numbers other) {
            clear();
            for (int i = 0; i < other.count; i++) {
                add(other.values[i]);
            }
        }
    }
}
