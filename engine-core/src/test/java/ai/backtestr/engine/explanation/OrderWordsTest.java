package ai.backtestr.engine.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.AtrRange;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.order.Trail;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OrderWordsTest {
    private static final Instrument EURUSD = new Instrument("EURUSD", 5, 0, "USD", TradingCalendar.FOREX);

    @Test
    void shouldSayWhatIsAskedForAndHowLongItStands() {
        assertThat(words(OrderRequest.market(Side.BUY, 1000))).isEqualTo("market buy 1000, good-till-cancelled");
        assertThat(words(OrderRequest.stopLimit(Side.SELL, 7, 107_120, 107_100)
                        .goodTill(Times.parse("2014-05-02 17:00"))))
                .isEqualTo("stop-limit sell 7, trigger 1.07120, limit 1.07100, good-till-date "
                        + Times.format(Times.parse("2014-05-02 17:00")));
        assertThat(words(OrderRequest.limit(Side.BUY, 1, 107_120).day().asPostOnly()))
                .isEqualTo("limit buy 1, limit 1.07120, day, post-only");
    }

    @Test
    void shouldSayHowAStopTrails() {
        assertThat(words(OrderRequest.trailingStop(Side.SELL, 1, 50)))
                .isEqualTo("trailing-stop sell 1, trailing by 0.00050, good-till-cancelled");
        assertThat(words(OrderRequest.trailingStopPercent(Side.SELL, 1, new BigDecimal("1.25"))))
                .contains(", trailing by 1.25%,");
        Trail chandelier = Trail.atr(new AtrRange(Timeframe.ONE_HOUR, 22), new BigDecimal("3.0"));
        assertThat(words(OrderRequest.trailingStopLimit(Side.BUY, 1, chandelier, 20)))
                .contains(", trailing by 3 times the atr 22 of 1h, limit beyond the stop by 0.00020,");
    }

    private static String words(OrderRequest request) {
        return OrderWords.of(request, EURUSD);
    }
}
