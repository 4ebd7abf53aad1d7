package ai.backtestr.render.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The boxes of the panes below the prices that one chart shows, from top to bottom.
///
/// Threads: confined to the FX thread.
final class PaneBoxes {
    /// What a pane takes of which the title alone is shown.
    static final double COLLAPSED_HEIGHT = 22;

    private final List<PaneBox> all = new ArrayList<>();
    private final List<PaneBox> shown = new ArrayList<>();
    private long seen = -1;
    private double collapsedHeight = COLLAPSED_HEIGHT;

    /// Finds out which panes are shown.
    void look(ChartContent content) {
        PaneStack stack = content.panes();
        collapsedHeight = content.fonts().length(COLLAPSED_HEIGHT);
        if (seen != stack.changes()) {
            seen = stack.changes();
            List<PaneBox> before = List.copyOf(all);
            all.clear();
            for (int i = 0; i < stack.count(); i++) {
                LowerPane pane = stack.get(i);
                all.add(before.stream()
                        .filter(box -> box.pane().equals(pane))
                        .findFirst()
                        .orElseGet(() -> new PaneBox(pane)));
            }
        }
        shown.clear();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).pane().isShown(content)) {
                shown.add(all.get(i));
            }
        }
    }

    /// Shows the panes of another chart at the zooms they have there.
    void take(PaneBoxes other) {
        all.clear();
        other.all.forEach(box -> all.add(box.copy()));
        seen = -1;
    }

    /// Fits the values of every pane to its height again.
    void fit() {
        all.forEach(PaneBox::fit);
    }

    /// Returns where the prices end, if the panes have all heights they are to have.
    double priceBottom(double plotBottom) {
        double weights = PaneStack.PRICE_WEIGHT;
        double fixed = 0;
        for (int i = 0; i < shown.size(); i++) {
            LowerPane pane = shown.get(i).pane();
            weights += pane.isCollapsed() ? 0 : pane.weight();
            fixed += pane.isCollapsed() ? collapsedHeight : 0;
        }
        return Math.rint(Math.max(0, plotBottom - fixed) * (PaneStack.PRICE_WEIGHT / weights));
    }

    /// Places the boxes between these heights.
    void place(double priceBottom, double plotBottom) {
        double weights = 0;
        double room = plotBottom - priceBottom;
        for (int i = 0; i < shown.size(); i++) {
            LowerPane pane = shown.get(i).pane();
            weights += pane.isCollapsed() ? 0 : pane.weight();
            room -= pane.isCollapsed() ? collapsedHeight : 0;
        }
        double top = priceBottom;
        for (int i = 0; i < shown.size(); i++) {
            LowerPane pane = shown.get(i).pane();
            double height =
                    pane.isCollapsed() ? collapsedHeight : Math.rint(Math.max(0, room) * pane.weight() / weights);
            double bottom = i == shown.size() - 1 ? plotBottom : Math.min(plotBottom, top + height);
            shown.get(i).place(top, bottom, collapsedHeight);
            top = bottom;
        }
    }

    int count() {
        return shown.size();
    }

    PaneBox get(int i) {
        return shown.get(i);
    }

    /// Returns the box of a pane, null if it is not shown.
    @Nullable
    PaneBox of(LowerPane pane) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).pane().equals(pane)) {
                return shown.get(i);
            }
        }
        return null;
    }

    /// Returns the number of the box at that height, -1 if there is none.
    int at(double y) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).contains(y)) {
                return i;
            }
        }
        return -1;
    }
}
