package ai.backtestr.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.testing.RecordedBars;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Orders for the open and the close on bars of an hour, around Thanksgiving 2013: shares trade from 14:30 to 21:00
/// UTC on 27 November, not on the 28th, and to 18:00 on the 29th. Opens are 100, 110, 120 ..., closes 5 higher.
class BarSessionsTest {
    private static final List<String> STARTS = List.of(
            "2013-11-27T13:00", // 100, before the opening
            "2013-11-27T14:00", // 110, holds the opening
            "2013-11-27T20:00", // 120, ends with the close
            "2013-11-27T21:00", // 130, after it
            "2013-11-28T14:00", // 140, holiday
            "2013-11-29T14:00", // 150, holds the opening
            "2013-11-29T17:00", // 160, ends with the early close
            "2013-11-29T20:00", // 170, of no session
            "2013-12-02T15:00", // 180, the opening had no bar
            "2013-12-02T20:00"); // 190

    /// `placed` is the bar on whose close it is ordered.
    @ParameterizedTest
    @CsvSource({
        "open,  0, 2013-11-27T14:00:00Z, 110",
        "open,  1, 2013-11-29T14:00:00Z, 150", // the session is open already
        "open,  2, 2013-11-29T14:00:00Z, 150",
        "open,  4, 2013-11-29T14:00:00Z, 150",
        "open,  5, 2013-12-02T15:00:00Z, 180", // the first bar after the opening
        "close, 0, 2013-11-27T20:00:00Z, 125",
        "close, 1, 2013-11-27T20:00:00Z, 125",
        "close, 2, 2013-11-29T17:00:00Z, 165", // the close has been, and the 28th has none
        "close, 4, 2013-11-29T17:00:00Z, 165",
        "close, 6, 2013-12-02T20:00:00Z, 195",
    })
    void shouldFillInTheBarThatHoldsIt(String when, int placed, String time, long price) {
        BacktestResult result = run(when, placed, TradingCalendar.STOCKS);
        assertThat(result.fills()).singleElement().satisfies(fill -> {
            assertThat(Times.format(fill.timeNs())).isEqualTo(time);
            assertThat(fill.price()).isEqualTo(price);
        });
    }

    @ParameterizedTest
    @CsvSource({"open", "close"})
    void shouldRejectWhereSessionsAreUnknown(String when) {
        BacktestResult result = run(when, 1, TradingCalendar.STOCKS.inZone(ZoneId.of("Europe/Berlin")));
        assertThat(result.fills()).isEmpty();
        assertThat(result.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains("not known when sessions open"));
    }

    private static BacktestResult run(String when, int placed, TradingCalendar calendar) {
        List<Bar> bars = new ArrayList<>();
        for (String start : STARTS) {
            long open = 100 + 10L * bars.size();
            bars.add(RecordedBars.bar(Times.parse(start + ":00Z"), open, open + 7, open - 3, open + 5));
        }
        StrategyDefinition strategy = new StrategyDefinition(
                "session", "Session", "Orders once.", List.of(), values -> new Once(when, placed));
        BacktestSpec spec = BacktestSpec.of(strategy, Map.of()).withCash(BacktestSpec.DEFAULT_CASH, BigDecimal.TEN);
        Instrument instrument = new Instrument("TEST", 0, 0, "USD", calendar);
        return new BarBacktest(spec, new RecordedBars(instrument, Timeframe.ONE_HOUR, bars), PathAssumption.NEAREST)
                .run()
                .orElseThrow();
    }

    private record Once(String when, int placed) implements Strategy {
        @Override
        public void prepare(StrategySetup setup) {
            setup.bars(Timeframe.ONE_HOUR);
        }

        @Override
        public void onBar(BarSeries bars, StrategyContext context) {
            if (bars.count() == placed + 1) {
                context.submit(
                        when.equals("open")
                                ? OrderRequest.marketOnOpen(Side.BUY, 1)
                                : OrderRequest.marketOnClose(Side.BUY, 1));
            }
        }
    }
}
