package ai.backtestr.engine.indicator;

import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import java.util.List;

/// Relative strength index: `100 up / (up + down)`, 0 to 100, where `up` and `down` are Wilder's averages of the
/// rises and falls from bar to bar: first their mean over `period` changes, then `average += (x - average) /
/// period`.
///
/// Ready at bar `period` + 1. Where the price never moved it is 0. Equals TA-Lib's RSI.
///
/// Source: J. Welles Wilder, New Concepts in Technical Trading Systems (1978).
public final class Rsi extends PriceIndicator {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "rsi",
            "Relative strength index",
            "How much of the price's recent moves went up, 0 to 100.",
            List.of(Settable.period(14, "Bars in the averages of rises and falls.")),
            InputPrice.CLOSE,
            Placement.PANE,
            s -> new Rsi(s.bars("period"), s.input()));

    private final RelativeStrength strength;

    /// Averages over `period` changes, from 1.
    public Rsi(int period, InputPrice input) {
        super(input, "rsi");
        strength = new RelativeStrength(Periods.require("an RSI", period, 1));
    }

    @Override
    void onPrice(double price) {
        set(0, strength.add(price));
    }
}
