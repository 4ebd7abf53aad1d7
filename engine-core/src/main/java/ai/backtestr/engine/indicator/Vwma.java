package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Volume-weighted moving average: sum of price times volume over sum of volume, of the last `period` bars.
///
/// Ready at bar `period`. Where none of these bars has volume, as in bars of quotes, it is their simple average.
/// The running sums do not drift ([ExactSum]).
public final class Vwma extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "vwma",
            "Volume-weighted moving average",
            "The mean price of the last bars, each weighing as much as was traded in it.",
            List.of(Settable.period(20, "Bars in the average.")),
            InputPrice.CLOSE,
            Placement.OVERLAY,
            s -> new Vwma(s.bars("period"), s.input()));

    private final InputPrice input;
    private final RollingSum prices;
    private final RollingSum volumes;
    private final RollingSum amounts;

    /// Averages over `period` bars, from 1.
    public Vwma(int period, InputPrice input) {
        super("vwma");
        this.input = input;
        prices = new RollingSum(Periods.require("a VWMA", period, 1));
        volumes = new RollingSum(period);
        amounts = new RollingSum(period);
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double price = input.of(bars, index);
        double volume = BarValues.volume(bars, index);
        prices.add(price);
        volumes.add(volume);
        amounts.add(price * volume);
        if (prices.isReady()) {
            set(0, volumes.value() == 0 ? prices.average() : amounts.value() / volumes.value());
        }
    }
}
