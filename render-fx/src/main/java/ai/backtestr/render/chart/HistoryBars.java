package ai.backtestr.render.chart;

import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.series.BarSource;

/// The bars of a history as far as they are on screen; of the others there is the time only, and no ticks.
final class HistoryBars implements BarSource {
    private final HistoryView view;

    HistoryBars(HistoryView view) {
        this.view = view;
    }

    private int column(int index) {
        int column = view.isBars() ? view.columnAt(index) : -1;
        return column >= 0 && column < view.count() && view.columns().isPresent(column) ? column : -1;
    }

    @Override
    public int count() {
        return view.axis().count();
    }

    @Override
    public long timeNs(int index) {
        return view.axis().timeNs(index);
    }

    @Override
    public int indexAtOrBefore(long timeNs) {
        return view.axis().indexAtOrBefore(timeNs);
    }

    @Override
    public double open(int index) {
        int column = column(index);
        return column < 0 ? Double.NaN : view.columns().first(column);
    }

    @Override
    public double high(int index) {
        int column = column(index);
        return column < 0 ? Double.NaN : view.columns().high(column);
    }

    @Override
    public double low(int index) {
        int column = column(index);
        return column < 0 ? Double.NaN : view.columns().low(column);
    }

    @Override
    public double close(int index) {
        int column = column(index);
        return column < 0 ? Double.NaN : view.columns().last(column);
    }

    @Override
    public double volume(int index) {
        int column = column(index);
        return column < 0 ? 0 : view.columns().volume(column);
    }

    @Override
    public long ticks(int index) {
        int column = column(index);
        return column < 0 ? 0 : view.columns().ticks(column);
    }
}
