package ai.backtestr.engine.indicator;

import java.util.Arrays;

/// Keeps the names and values of an indicator's outputs.
abstract class NamedOutputs implements BarIndicator {
    private final String[] names;
    private final double[] values;

    NamedOutputs(String... names) {
        this.names = names;
        values = new double[names.length];
        Arrays.fill(values, Double.NaN);
    }

    /// Sets an output; `NaN` leaves it unready.
    final void set(int output, double value) {
        values[output] = value;
    }

    @Override
    public final boolean isReady() {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final int outputs() {
        return values.length;
    }

    @Override
    public final String outputName(int output) {
        return names[output];
    }

    @Override
    public final double value(int output) {
        return values[output];
    }
}
