package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Rate of change: `100 (price - price(period bars ago)) / price(period bars ago)`, in percent.
///
/// Ready at bar `period` + 1. It is 0 where the earlier price is. Equals TA-Lib's ROC.
public final class Roc extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "roc",
            "Rate of change",
            "The change of the price over the last bars, in percent.",
            List.of(Settable.period(10, "Bars to look back.")),
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new Roc(s.bars("period"), s.input()));

    private final Window prices;

    /// Looks back over `period` bars, from 1.
    public Roc(int period, InputPrice input) {
        super(input, "roc");
        prices = new Window(Periods.require("an ROC", period, 1));
    }

    @Override
    void onPrice(double price) {
        boolean ready = prices.isFull();
        double ago = prices.add(price);
        if (ready) {
            set(0, ago == 0 ? 0 : 100 * (price - ago) / ago);
        }
    }
}
