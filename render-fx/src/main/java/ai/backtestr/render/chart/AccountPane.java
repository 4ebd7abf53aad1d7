package ai.backtestr.render.chart;

import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// A pane that shows one figure of the equity curve, while there is one.
abstract class AccountPane extends LowerPane {
    @Override
    boolean isShown(ChartContent content) {
        return content.equity() != null;
    }

    @Override
    final void findRange(ChartContent content, ChartGeometry geometry, PaneBox box) {
        EquityCurve equity = begun(content);
        if (equity != null && content.barCount() > 0) {
            findRange(equity, content, geometry, box);
        }
    }

    /// Finds the range over the bars on screen, of which there is at least one.
    abstract void findRange(EquityCurve equity, ChartContent content, ChartGeometry geometry, PaneBox box);

    @Override
    final void paint(GraphicsContext g, ChartContent content, ChartGeometry geometry, PaneBox box) {
        EquityCurve equity = begun(content);
        if (equity != null) {
            paint(g, equity, content, geometry, box);
        }
    }

    abstract void paint(
            GraphicsContext g, EquityCurve equity, ChartContent content, ChartGeometry geometry, PaneBox box);

    @Override
    int values() {
        return 1;
    }

    @Override
    double value(int i, ChartContent content, ChartGeometry geometry, double position) {
        EquityCurve equity = content.equity();
        int entries = equity == null ? 0 : equity.countAtEndOf(content, position);
        return equity == null || entries == 0 ? Double.NaN : valueAt(equity, entries - 1);
    }

    /// Returns the figure after entry `i` of the curve.
    abstract double valueAt(EquityCurve equity, int i);

    private static @Nullable EquityCurve begun(ChartContent content) {
        EquityCurve equity = content.equity();
        return equity == null || equity.count() == 0 ? null : equity;
    }
}
