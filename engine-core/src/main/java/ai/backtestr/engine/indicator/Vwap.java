package ai.backtestr.engine.indicator;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.List;

/// Volume-weighted average price of the trading day so far: sum of price times volume over sum of volume. It begins
/// anew with the first bar of each day of the instrument's calendar; on daily bars, with each bar.
///
/// Ready at the first bar. As long as the day has no volume, as in bars of quotes, it is the mean of the day's
/// prices.
public final class Vwap extends NamedOutputs {
    /// How it is listed and set.
    public static final IndicatorDefinition DEFINITION = new IndicatorDefinition(
            "vwap",
            "Volume-weighted average price",
            "The mean price of the trading day so far, each bar weighing as much as was traded in it.",
            List.of(),
            InputPrice.HLC3,
            Placement.OVERLAY,
            s -> new Vwap(s.calendar(), s.input()));

    private final InputPrice input;
    private final TradingDay day;
    private final ExactSum amounts = new ExactSum();
    private final ExactSum volumes = new ExactSum();
    private final ExactSum prices = new ExactSum();
    private int bars;

    /// Averages prices within the days of `calendar`.
    public Vwap(TradingCalendar calendar, InputPrice input) {
        super("vwap");
        this.input = input;
        day = new TradingDay(calendar);
    }

    @Override
    public void onBar(BarSeries series, int index) {
        if (day.begins(series, index)) {
            begin();
        }
        double price = input.of(series, index);
        double volume = BarValues.volume(series, index);
        bars++;
        prices.add(price);
        volumes.add(volume);
        amounts.addProduct(price, volume);
        set(0, volumes.value() == 0 ? prices.dividedBy(bars) : amounts.dividedBy(volumes.value()));
    }

    private void begin() {
        amounts.clear();
        volumes.clear();
        prices.clear();
        bars = 0;
    }
}
