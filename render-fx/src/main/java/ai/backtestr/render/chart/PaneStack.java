package ai.backtestr.render.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The panes below the prices, from top to bottom, each with its share of the height.
///
/// Threads: confined to the FX thread.
final class PaneStack {
    /// What the pane of the prices weighs beside the others.
    static final double PRICE_WEIGHT = 0.8;

    private final List<LowerPane> panes = new ArrayList<>();
    private long changes;

    void add(LowerPane pane) {
        panes.add(pane);
        changes++;
    }

    void remove(LowerPane pane) {
        panes.remove(pane);
        changes++;
    }

    void clear() {
        panes.clear();
        changes++;
    }

    /// Moves a pane up (-1) or down (1) past the next one that is shown.
    void move(LowerPane pane, int by, ChartContent content) {
        int from = panes.indexOf(pane);
        int to = from + by;
        while (to >= 0 && to < panes.size() && !panes.get(to).isShown(content)) {
            to += by;
        }
        if (from >= 0 && to >= 0 && to < panes.size()) {
            Collections.rotate(panes.subList(Math.min(from, to), Math.max(from, to) + 1), -by);
            changes++;
        }
    }

    int count() {
        return panes.size();
    }

    LowerPane get(int i) {
        return panes.get(i);
    }

    List<LowerPane> all() {
        return List.copyOf(panes);
    }

    /// Returns a number that is another one after every change of the list.
    long changes() {
        return changes;
    }
}
