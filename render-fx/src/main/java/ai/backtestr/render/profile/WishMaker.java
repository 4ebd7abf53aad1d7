package ai.backtestr.render.profile;

import ai.backtestr.render.chart.PlotView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out what has to be summed up for what is on screen.
///
/// Threads: confined to the FX thread.
final class WishMaker {
    /// Bars narrower than this have no footprint, logical pixels.
    static final double NARROWEST_BAR = 26;

    private static final double BAR_ROW = 13;
    private static final double PROFILE_ROW = 4;
    private static final int MOST_SESSIONS = 400;

    private @Nullable FlowWish last;
    private long firstNs;
    private long endNs;
    private long lastCell;
    private double lastWidth;

    FlowWish of(PlotView view, OrderFlow flow, boolean footprint, boolean profile, boolean sessions) {
        boolean bars = footprint && hasRoom(view);
        long barRow = bars ? row(view, flow, BAR_ROW) : 1;
        long profileRow = profile || sessions ? row(view, flow, PROFILE_ROW) : 1;
        long fromNs = view.columnCount() == 0 ? 0 : view.columnNs(0);
        long toNs = view.columnCount() == 0 ? 1 : view.columnNs(view.columnCount());
        long cell = 31 * (31 * barRow + profileRow) + (bars ? 1 : 0) + (profile ? 2 : 0) + (sessions ? 4 : 0);
        FlowWish before = last;
        if (before != null && fromNs == firstNs && toNs == endNs && cell == lastCell && view.barWidth() == lastWidth) {
            return before;
        }
        firstNs = fromNs;
        endNs = toNs;
        lastCell = cell;
        lastWidth = view.barWidth();
        boolean fewSessions = toNs - fromNs < MOST_SESSIONS * 86_400_000_000_000L;
        FlowWish made = new FlowWish(
                bars ? bars(view) : List.of(),
                barRow,
                profile,
                sessions && fewSessions,
                new Span(fromNs, Math.max(fromNs + 1, toNs)),
                profileRow);
        last = made;
        return made;
    }

    static boolean hasRoom(PlotView view) {
        return view.isBars() && view.barWidth() >= NARROWEST_BAR;
    }

    private static List<Span> bars(PlotView view) {
        List<Span> bars = new ArrayList<>();
        for (int i = 0; i < view.columnCount(); i++) {
            long fromNs = view.columnNs(i);
            long toNs = view.columnNs(i + 1);
            if (view.columns().isPresent(i) && fromNs < toNs) {
                bars.add(new Span(fromNs, toNs));
            }
        }
        return bars;
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
}
