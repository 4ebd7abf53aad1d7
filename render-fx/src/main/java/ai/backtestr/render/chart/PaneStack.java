package ai.backtestr.render.chart;

import java.util.ArrayList;
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

    int count() {
        return panes.size();
    }

    LowerPane get(int i) {
        return panes.get(i);
    }

    /// Returns a number that is another one after every change of the list.
    long changes() {
        return changes;
    }
}
