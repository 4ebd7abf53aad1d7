package ai.backtestr.render.chart;

import ai.backtestr.render.series.BarSource;

/// The source of a chart that has not been given one.
final class NoBars implements BarSource {
    @Override
    public int count() {
        return 0;
    }

    @Override
    public long timeNs(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public double open(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public double high(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public double low(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public double close(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public double volume(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public long ticks(int index) {
        throw new IndexOutOfBoundsException(index);
    }
}
