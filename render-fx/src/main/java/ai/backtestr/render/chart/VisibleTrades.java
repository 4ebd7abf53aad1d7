package ai.backtestr.render.chart;

import java.util.Arrays;

/// The trades on screen that there is room to paint one by one. If all have room, these are all; otherwise those of
/// stretches in which few begin, and of those held from before the left edge the latest.
///
/// Stretches are fixed to bars, so that what is painted stays so while the chart is panned. However many trades there
/// are, no more are looked at than there is room for, but for the logarithm of their number.
///
/// Threads: confined to the FX thread. The arrays are reused.
final class VisibleTrades {
    private static final double STRETCH_PIXELS = 112;

    private final double pixelsPerTrade;
    private int[] ranks = new int[256];
    private int count;
    private boolean coarse;
    private double barsPerStretch;
    private int mostPerStretch;

    /// @param pixelsPerTrade the room that one needs
    VisibleTrades(double pixelsPerTrade) {
        this.pixelsPerTrade = pixelsPerTrade;
    }

    /// Finds those in the window of a viewport.
    void find(TradeSet trades, Viewport viewport) {
        count = 0;
        barsPerStretch = Math.max(1, Math.rint(STRETCH_PIXELS / viewport.barWidth()));
        mostPerStretch = (int) Math.max(1, barsPerStretch * viewport.barWidth() / pixelsPerTrade);
        int most = (int) (viewport.width() / pixelsPerTrade);
        int first = viewport.firstVisible();
        int from = trades.firstEnteredAt(first);
        int to = trades.firstEnteredAt(viewport.endVisible());
        int held = addHeld(trades, from, first, most + 1);
        coarse = held + to - from > most;
        if (coarse) {
            count = Math.min(held, most);
            addStretches(trades, from, to, first, viewport.endVisible());
        } else {
            add(from, to);
        }
    }

    /// Adds those that begin before rank `end` and reach bar `first`, the latest first.
    private int addHeld(TradeSet trades, int end, int first, int most) {
        int rank = trades.lastReaching(end, first);
        while (rank >= 0 && count < most) {
            add(rank, rank + 1);
            rank = trades.lastReaching(rank, first);
        }
        return count;
    }

    private void addStretches(TradeSet trades, int from, int to, int first, int end) {
        for (double stretch = Math.floor(first / barsPerStretch); stretch * barsPerStretch < end; stretch++) {
            int begin = trades.firstEnteredAt((int) (stretch * barsPerStretch));
            int next = trades.firstEnteredAt((int) ((stretch + 1) * barsPerStretch));
            if (next - begin <= mostPerStretch) {
                add(Math.max(from, begin), Math.min(to, next));
            }
        }
    }

    private void add(int from, int to) {
        int more = Math.max(0, to - from);
        if (count + more > ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * (count + more));
        }
        for (int rank = from; rank < to; rank++) {
            ranks[count++] = rank;
        }
    }

    /// Returns how many there are.
    int count() {
        return count;
    }

    /// Returns the rank of one of them.
    int rank(int i) {
        return ranks[i];
    }

    /// Tells whether there is no room for those that begin at a bar.
    boolean isTooDense(TradeSet trades, int bar) {
        double stretch = Math.floor(bar / barsPerStretch);
        int begin = trades.firstEnteredAt((int) (stretch * barsPerStretch));
        return coarse && trades.firstEnteredAt((int) ((stretch + 1) * barsPerStretch)) - begin > mostPerStretch;
    }

    /// Tells whether some have no room.
    boolean isCoarse() {
        return coarse;
    }
}
