package ai.backtestr.benchmarks;

import ai.backtestr.render.series.BarSource;
import java.util.Random;

/// Made-up minute bars, seed 1.
public final class RandomWalkBars implements BarSource {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;

    /// Makes that many.
    public RandomWalkBars(int count) {
        Random random = new Random(1);
        open = new double[count];
        high = new double[count];
        low = new double[count];
        close = new double[count];
        double price = 1000;
        for (int i = 0; i < count; i++) {
            open[i] = price;
            price = Math.max(1, price + random.nextGaussian());
            close[i] = price;
            high[i] = Math.max(open[i], close[i]) + random.nextDouble();
            low[i] = Math.min(open[i], close[i]) - random.nextDouble();
        }
    }

    @Override
    public int count() {
        return open.length;
    }

    @Override
    public long timeNs(int index) {
        return index * MINUTE_NS;
    }

    @Override
    public double open(int index) {
        return open[index];
    }

    @Override
    public double high(int index) {
        return high[index];
    }

    @Override
    public double low(int index) {
        return low[index];
    }

    @Override
    public double close(int index) {
        return close[index];
    }

    @Override
    public double volume(int index) {
        return 1 + index % 100;
    }

    @Override
    public long ticks(int index) {
        return 1;
    }
}
