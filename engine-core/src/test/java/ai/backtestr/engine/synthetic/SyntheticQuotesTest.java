package ai.backtestr.engine.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.time.Times;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is known of quotes of foreign exchange holds for synthetic ones; and they are the same for ever.
class SyntheticQuotesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long START = Times.parse("2014-01-01");
    private static final long MOST = 1_000_000_000_000L;

    private static SyntheticMarket year(long seed) {
        return new SyntheticMarket(seed, START, Times.parse("2015-01-01"), MOST, 10_000, 110_000, 8);
    }

    private static SyntheticMarket ticks(long seed, long ticks) {
        return SyntheticMarket.ofTicks(seed, START, ticks, 115_000, 110_000, 8);
    }

    /// SHA-256 of all columns, read in pages of that size.
    private static String digest(SyntheticMarket market, int pageSize) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        ByteBuffer tick = ByteBuffer.allocate(5 * Long.BYTES + 1);
        SyntheticQuotes quotes = new SyntheticQuotes(market);
        try (TickPage page = new TickPage(pageSize)) {
            while (quotes.fill(page)) {
                for (int i = 0; i < page.count(); i++) {
                    tick.clear()
                            .putLong(page.timeNs(i))
                            .putLong(page.bidPrice(i))
                            .putLong(page.askPrice(i))
                            .putLong(page.bidQuantity(i))
                            .putLong(page.askQuantity(i))
                            .put(page.flagBits(i));
                    sha256.update(tick.array());
                }
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Test
    void shouldBeTheSameOnEveryMachineForOneVersionAndSeed() throws NoSuchAlgorithmException {
        // Recorded once: if it changes, so has the generator, and its version has to.
        assertThat(SyntheticMarket.VERSION).isEqualTo(1);
        assertThat(digest(ticks(1, 2_000_000), TickPage.DEFAULT_CAPACITY))
                .isEqualTo("c928c39f503d4b4a0767f1eb234abec73f0cb387e059b9abf2a46ac56c63380b");
    }

    @Test
    void shouldBeTheSameForPagesOfAnySizeAndOtherForAnotherSeed() throws NoSuchAlgorithmException {
        String whole = digest(ticks(7, 100_000), 100_000);

        assertThat(digest(ticks(7, 100_000), 1)).isEqualTo(whole);
        assertThat(digest(ticks(7, 100_000), 777)).isEqualTo(whole);
        assertThat(digest(ticks(8, 100_000), 777)).isNotEqualTo(whole);
    }

    @Test
    void shouldEndAfterExactlyTheTicksAskedFor() {
        assertThat(new QuoteFacts(ticks(3, 123_457)).count).isEqualTo(123_457);
        assertThat(new QuoteFacts(ticks(3, 1)).count).isEqualTo(1);
    }

    @Test
    void shouldBeginAndEndAtTheTimesAskedForAndMeetTheTicksOfADay() {
        QuoteFacts facts = new QuoteFacts(year(4));

        assertThat(facts.firstNs).isBetween(START, Times.parse("2014-01-01 00:01"));
        assertThat(facts.lastNs).isBetween(Times.parse("2014-12-31 23:55"), Times.parse("2015-01-01") - 1);
        // 261 days from Sunday to Friday; the level of volatility makes years busier or calmer.
        assertThat(facts.count / 261.0).isBetween(8_000.0, 12_500.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0})
    void shouldLookLikeForeignExchange(long fixed) {
        long seed = fixed == 0 ? ThreadLocalRandom.current().nextLong() : fixed;
        System.out.println("SyntheticQuotesTest seed " + seed);
        QuoteFacts facts = new QuoteFacts(year(seed));

        assertThat(facts.backwards).as("times that go back").isZero();
        assertThat(facts.notPositive).as("prices not above zero").isZero();
        assertThat(facts.crossedOrLocked)
                .as("quotes whose ask is not above their bid")
                .isZero();
        assertThat(facts.repeated).as("quotes equal to the one before").isZero();
        assertThat(facts.atWeekends).as("quotes while the market is closed").isZero();
        assertThat(facts.fineStamps).as("stamps finer than milliseconds").isZero();
        assertThat(facts.equalStamps / (double) facts.count).isBetween(0.002, 0.1);
        assertThat(facts.meanSpread(13)).as("New York morning").isBetween(4.0, 14.0);
        assertThat(facts.meanSpread(17)).as("rollover against London").isGreaterThan(1.5 * facts.meanSpread(5));
        assertThat(facts.share(4)).as("London against Asia").isGreaterThan(1.3 * facts.share(22));
        assertThat(facts.share(9)).as("New York against Asia").isGreaterThan(2 * facts.share(22));
        assertThat(facts.share(17)).as("rollover against Asia").isLessThan(facts.share(22));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0})
    void shouldClusterVolatilityAndHaveFatTails(long fixed) {
        long seed = fixed == 0 ? ThreadLocalRandom.current().nextLong() : fixed;
        System.out.println("SyntheticQuotesTest seed " + seed);
        MinuteReturns returns = new QuoteFacts(year(seed)).returns;

        double atOnce = returns.absoluteAutocorrelation(1);
        double hourLater = returns.absoluteAutocorrelation(60);
        double twoDaysLater = returns.absoluteAutocorrelation(2 * 1440);
        assertThat(atOnce).isBetween(0.1, 0.7);
        assertThat(hourLater).isBetween(0.05, atOnce);
        assertThat(twoDaysLater).isBetween(0.0, hourLater);
        assertThat(Math.abs(returns.autocorrelation(1)))
                .as("returns themselves")
                .isLessThan(0.03);
        // A normal distribution has 3.
        assertThat(returns.kurtosis()).isBetween(5.0, 500.0);
        // 8 per cent a year: of the 374 400 minutes of 52 weeks.
        assertThat(Math.sqrt(returns.variance() * 374_400)).isBetween(0.04, 0.2);
    }

    @Test
    void shouldStaySaneForThirtyYears() {
        QuoteFacts facts =
                new QuoteFacts(new SyntheticMarket(5, START, Times.parse("2044-01-01"), MOST, 1_000, 110_000, 8));

        assertThat(facts.notPositive + facts.crossedOrLocked + facts.atWeekends + facts.backwards)
                .isZero();
        assertThat(facts.lowest).isGreaterThan(110_000 / 3);
        assertThat(facts.highest).isLessThan(110_000 * 3);
        assertThat(facts.lastNs).isGreaterThan(Times.parse("2043-12-31"));
    }

    @Test
    void shouldNotCrossAtTheEdgesOfTheRanges() {
        long end = Times.parse("2014-02-01");
        for (SyntheticMarket market : new SyntheticMarket[] {
            new SyntheticMarket(-1, START, end, MOST, 1_000, 1_000, 1),
            new SyntheticMarket(Long.MAX_VALUE, START, end, MOST, 1_000, 10_000_000_000L, 100_000_000L),
            new SyntheticMarket(0, 0, end, 1_000_000, 20_000_000, 10_000_000_000L, 1)
        }) {
            QuoteFacts facts = new QuoteFacts(market);
            assertThat(facts.count).isGreaterThan(1_000);
            assertThat(facts.notPositive + facts.crossedOrLocked + facts.backwards)
                    .as(market.describe())
                    .isZero();
            assertThat(facts.lowest).isGreaterThan(market.price() / 8);
        }
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        assertThatThrownBy(() -> new SyntheticMarket(1, START, START, MOST, 10_000, 110_000, 8))
                .hasMessageContaining("is not after the start");
        assertThatThrownBy(() -> new SyntheticMarket(1, START + 1, Long.MAX_VALUE, MOST, 10_000, 110_000, 8))
                .hasMessageContaining("not a whole minute");
        assertThatThrownBy(() -> ticks(1, 0)).hasMessageContaining("0 ticks are outside");
        assertThatThrownBy(() -> SyntheticMarket.ofTicks(1, START, 1_000_000_000, 1_000, 110_000, 8))
                .hasMessageContaining("until after the year 2199");
        assertThatThrownBy(() -> SyntheticMarket.ofTicks(1, START, 10, 1_000, 110_000, 2_000))
                .hasMessageContaining("a hundredth of the price");
    }

    /// What a stream of quotes shows, by a slow look at each of them.
    private static final class QuoteFacts {
        final MinuteReturns returns = new MinuteReturns();
        private final long[] quotesOfHour = new long[24];
        private final long[] spreadsOfHour = new long[24];
        long count;
        long firstNs;
        long lastNs;
        long backwards;
        long notPositive;
        long crossedOrLocked;
        long repeated;
        long atWeekends;
        long fineStamps;
        long equalStamps;
        long lowest = Long.MAX_VALUE;
        long highest;
        private long hourNs = -1;
        private int hour;
        private boolean open;

        QuoteFacts(SyntheticMarket market) {
            SyntheticQuotes quotes = new SyntheticQuotes(market);
            try (TickPage page = new TickPage(4096)) {
                String before = "";
                while (quotes.fill(page)) {
                    for (int i = 0; i < page.count(); i++) {
                        take(page, i);
                    }
                    String last = text(page, 0);
                    repeated += last.equals(before) ? 1 : 0;
                    before = text(page, page.count() - 1);
                }
            }
            assertThat(quotes.count()).isEqualTo(count);
        }

        private static String text(TickPage page, int i) {
            return page.timeNs(i) + " " + page.bidPrice(i) + " " + page.askPrice(i) + " " + page.bidQuantity(i) + " "
                    + page.askQuantity(i);
        }

        private void take(TickPage page, int i) {
            long timeNs = page.timeNs(i);
            long bid = page.bidPrice(i);
            long ask = page.askPrice(i);
            if (count == 0) {
                firstNs = timeNs;
            } else {
                backwards += timeNs < lastNs ? 1 : 0;
                equalStamps += timeNs == lastNs ? 1 : 0;
                repeated += i > 0 && text(page, i).equals(text(page, i - 1)) ? 1 : 0;
            }
            enterHour(timeNs);
            atWeekends += open ? 0 : 1;
            notPositive += bid <= 0 || page.bidQuantity(i) <= 0 || page.askQuantity(i) <= 0 ? 1 : 0;
            crossedOrLocked += ask <= bid ? 1 : 0;
            fineStamps += timeNs % 1_000_000 == 0 ? 0 : 1;
            lowest = Math.min(lowest, bid);
            highest = Math.max(highest, ask);
            quotesOfHour[hour]++;
            spreadsOfHour[hour] += ask - bid;
            returns.take(timeNs / 60_000_000_000L, (bid + ask) / 2.0);
            lastNs = timeNs;
            count++;
        }

        /// Finds the hour of New York, and whether foreign exchange trades in it.
        private void enterHour(long timeNs) {
            if (timeNs / 3_600_000_000_000L == hourNs) {
                return;
            }
            hourNs = timeNs / 3_600_000_000_000L;
            ZonedDateTime local = Times.instant(timeNs).atZone(NEW_YORK);
            hour = local.getHour();
            DayOfWeek day = local.getDayOfWeek();
            boolean evening = !local.toLocalTime().isBefore(LocalTime.of(17, 0));
            open = day != DayOfWeek.SATURDAY
                    && !(day == DayOfWeek.FRIDAY && evening)
                    && !(day == DayOfWeek.SUNDAY && !evening);
        }

        /// The mean distance from bid to ask in an hour of New York.
        double meanSpread(int newYorkHour) {
            return spreadsOfHour[newYorkHour] / (double) quotesOfHour[newYorkHour];
        }

        /// How many quotes fall into an hour of New York.
        double share(int newYorkHour) {
            return quotesOfHour[newYorkHour] / (double) count;
        }
    }

    /// Logarithmic returns from the last middle of a minute to the last of the next that has one.
    private static final class MinuteReturns {
        private double[] values = new double[1024];
        private int size;
        private long minute = -1;
        private double before;
        private double last;

        void take(long newMinute, double price) {
            if (newMinute != minute) {
                if (before > 0) {
                    if (size == values.length) {
                        values = Arrays.copyOf(values, 2 * size);
                    }
                    values[size++] = Math.log(last / before);
                }
                before = last;
                minute = newMinute;
            }
            last = price;
        }

        double variance() {
            double mean = mean(values);
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += (values[i] - mean) * (values[i] - mean);
            }
            return sum / size;
        }

        double kurtosis() {
            double mean = mean(values);
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += Math.pow(values[i] - mean, 4);
            }
            return sum / size / (variance() * variance());
        }

        double autocorrelation(int lag) {
            return autocorrelation(values, lag);
        }

        double absoluteAutocorrelation(int lag) {
            return autocorrelation(Arrays.stream(values).map(Math::abs).toArray(), lag);
        }

        private double autocorrelation(double[] of, int lag) {
            double mean = mean(of);
            double together = 0;
            double alone = 0;
            for (int i = 0; i < size; i++) {
                alone += (of[i] - mean) * (of[i] - mean);
                together += i < lag ? 0 : (of[i] - mean) * (of[i - lag] - mean);
            }
            return together / alone;
        }

        private double mean(double[] of) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += of[i];
            }
            return sum / size;
        }
    }
}
