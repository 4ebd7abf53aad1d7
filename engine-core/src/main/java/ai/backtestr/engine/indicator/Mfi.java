package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Money flow index: `100 up / (up + down)`, 0 to 100, where `up` is the typical price times the volume of those of
/// the last `period` bars whose typical price rose, and `down` that of those whose fell.
///
/// Ready at bar `period` + 1. Where no money flowed it is 0. Equals TA-Lib's MFI, which in addition gives 0 where
/// the flow is below 1 in all.
///
/// Source: Gene Quong and Avrum Soudack, Volume-Weighted RSI: Money Flow, Stocks & Commodities 7:3 (1989).
public final class Mfi extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "mfi",
            "Money flow index",
            "How much of the money traded recently went up with the price, 0 to 100.",
            List.of(Settable.period(14, "Bars in the sums.")),
            null,
            Placement.PANE,
            s -> new Mfi(s.bars("period")));

    private final RollingSum up;
    private final RollingSum down;
    private double lastPrice = Double.NaN;

    /// Sums over `period` bars, from 1.
    public Mfi(int period) {
        super("mfi");
        up = new RollingSum(Periods.require("an MFI", period, 1));
        down = new RollingSum(period);
    }

    @Override
    public void onBar(BarSeries bars, int index) {
        double price = InputPrice.HLC3.of(bars, index);
        double flow = price * BarValues.volume(bars, index);
        if (!Double.isNaN(lastPrice)) {
            up.add(price > lastPrice ? flow : 0);
            down.add(price < lastPrice ? flow : 0);
        }
        lastPrice = price;
        if (up.isReady()) {
            double total = up.value() + down.value();
            set(0, total == 0 ? 0 : 100 * up.value() / total);
        }
    }
}
