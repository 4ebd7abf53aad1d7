package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;

/// An indicator that works on one price of each bar.
abstract class PriceIndicator extends NamedOutputs {
    private final InputPrice input;

    PriceIndicator(InputPrice input, String... names) {
        super(names);
        this.input = input;
    }

    @Override
    public final void onBar(BarSeries bars, int index) {
        onPrice(input.of(bars, index));
    }

    abstract void onPrice(double price);
}
