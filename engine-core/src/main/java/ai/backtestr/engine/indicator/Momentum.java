package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Momentum: `price - price(period bars ago)`.
///
/// Ready at bar `period` + 1. Equals TA-Lib's MOM.
public final class Momentum extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "momentum",
            "Momentum",
            "The change of the price over the last bars.",
            List.of(Settable.period(10, "Bars to look back.")),
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new Momentum(s.bars("period"), s.input()));

    private final Window prices;

    /// Looks back over `period` bars, from 1.
    public Momentum(int period, InputPrice input) {
        super(input, "momentum");
        prices = new Window(Periods.require("a momentum", period, 1));
    }

    @Override
    void onPrice(double price) {
        boolean ready = prices.isFull();
        double ago = prices.add(price);
        if (ready) {
            set(0, price - ago);
        }
    }
}
