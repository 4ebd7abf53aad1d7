package ai.backtestr.engine.strategy.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.run.Backtest;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every built-in strategy on ticks made by hand, with fills worked out by hand.
///
/// In most cases there is one quote a minute, the ask 1 above the bid, and bars of one minute, so that bar *j* has
/// the bid of quote *j* as its four prices and is known on quote *j* + 1. What is ordered then is filled on quote
/// *j* + 2. Fills are written as `minute side quantity@price`.
class HandMadeTicksTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 0, 0, "USD", TradingCalendar.ALWAYS_OPEN);
    private static final long START_NS = Times.parse("2014-01-06");
    private static final long MINUTE_NS = 60 * Times.SECOND_NS;

    private static List<String> fills(StrategyDefinition strategy, String parameters, String bids) {
        return fills(result(strategy, parameters, INSTRUMENT, AccountTerms.DEFAULT, minutely(bids)), MINUTE_NS);
    }

    private static List<Tick> minutely(String bids) {
        List<Tick> ticks = new ArrayList<>();
        for (String bid : bids.split(" ", -1)) {
            ticks.add(RecordedTicks.quote(
                    START_NS + ticks.size() * MINUTE_NS, Long.parseLong(bid), Long.parseLong(bid) + 1));
        }
        return ticks;
    }

    private static BacktestResult result(
            StrategyDefinition strategy,
            String parameters,
            Instrument instrument,
            AccountTerms terms,
            List<Tick> ticks) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : parameters.split(" ", -1)) {
            values.put(parameter.split("=", -1)[0], parameter.split("=", -1)[1]);
        }
        BacktestSpec spec = BacktestSpec.of(strategy, values).withAccount(terms);
        return new Backtest(spec, new RecordedTicks(instrument, ticks), 7).run().orElseThrow();
    }

    private static List<String> fills(BacktestResult result, long unitNs) {
        return result.fills().stream()
                .map(fill -> (fill.timeNs() - START_NS) / unitNs + " " + fill.side() + " " + fill.quantity() + "@"
                        + fill.price())
                .toList();
    }

    /// With averages of 1 and 2 closes the fast one is above the slow one exactly when the last close was a rise.
    /// The first rise after the first fall is bar 2: buy on quote 4 at its ask. Bar 5 falls: sell two on quote 7.
    private static final String DOWN_UP_DOWN = "100 99 101 102 103 102 101 100";

    @Test
    void shouldTurnRoundWhereAveragesCross() {
        String parameters = "fast=1 slow=2 timeframe=1m";
        List<String> expected = List.of("4 buy 1@104", "7 sell 2@100");
        assertThat(fills(SmaCross.DEFINITION, parameters, DOWN_UP_DOWN)).isEqualTo(expected);
        // EMA(2) is 99.5, 100.5, 101.5, 102.5, 102.17 at bars 1 to 5: the same crosses.
        assertThat(fills(EmaCross.DEFINITION, parameters, DOWN_UP_DOWN)).isEqualTo(expected);
    }

    @Test
    void shouldTakeOneDirectionOnly() {
        assertThat(fills(SmaCross.DEFINITION, "fast=1 slow=2 timeframe=1m direction=long", DOWN_UP_DOWN))
                .containsExactly("4 buy 1@104", "7 sell 1@100");
        assertThat(fills(SmaCross.DEFINITION, "fast=1 slow=2 timeframe=1m direction=short", DOWN_UP_DOWN))
                .containsExactly("7 sell 1@100");
    }

    @Test
    void shouldCloseBeforeItEntersWherePositionsAreKeptApart() {
        BacktestResult result = result(
                SmaCross.DEFINITION,
                "fast=1 slow=2 timeframe=1m",
                INSTRUMENT,
                AccountTerms.DEFAULT.withMode(AccountMode.HEDGING),
                minutely(DOWN_UP_DOWN));
        assertThat(fills(result, MINUTE_NS)).containsExactly("4 buy 1@104", "7 sell 1@100", "7 sell 1@100");
        assertThat(result.trades()).hasSize(1);
    }

    /// The range of bar 2 is 2: on quote 3, with an ask of 103, the stop is 101 and the target 107. The bid reaches
    /// 101 on quote 6. Bar 5, with a range of 1, turns short on quote 6, bid 101: stop 102, target 99; filled on
    /// quote 7. The ask reaches 99 on quote 9.
    @Test
    void shouldLeaveAtStopAndTarget() {
        assertThat(fills(
                        SmaCross.DEFINITION,
                        "fast=1 slow=2 timeframe=1m stop=1 target=2 atr=1",
                        "100 99 101 102 103 102 101 100 99 98 98"))
                .containsExactly("4 buy 1@104", "6 sell 1@101", "7 sell 1@100", "9 buy 1@99");
    }

    /// 5 % of 10 000 buy 4 at an ask of 103 (412). A risk of 1 % is 100, at a stop 2 away 50 units.
    @Test
    void shouldSizeByEquityAndByRisk() {
        assertThat(fills(
                        SmaCross.DEFINITION,
                        "fast=1 slow=2 timeframe=1m sizing=equity percent=5",
                        "100 99 101 102 103"))
                .containsExactly("4 buy 4@104");
        assertThat(fills(
                        SmaCross.DEFINITION,
                        "fast=1 slow=2 timeframe=1m sizing=risk percent=1 stop=1 atr=1",
                        "100 99 101 102 103"))
                .containsExactly("4 buy 50@104");
    }

    /// The RSI of one change is 0 after a fall and 100 after a rise. Bar 3 rises after falls: buy on quote 5. Bar 4
    /// rises, so the exit of 50 is passed: sell on quote 6. Bar 7 falls after rises: sell on quote 9; bar 8 falls:
    /// buy on quote 10.
    @Test
    void shouldBuyWhatComesBackFromOversold() {
        assertThat(fills(RsiReversion.DEFINITION, "period=1 timeframe=1m", "100 99 98 99 100 101 102 101 100 99 98"))
                .containsExactly("5 buy 1@102", "6 sell 1@102", "9 sell 1@99", "10 buy 1@99");
    }

    /// Closes 100 100 106: mean 102, deviation 2.828, so 106 is above 102 + 1.3 x 2.828 = 105.68: buy on quote 4.
    /// Closes
    /// 106 107 105: mean 106, deviation 0.816, so 105 is below the middle and above 104.94: leave on quote 6.
    @Test
    void shouldGoWithABreakoutAndLeaveAtTheMiddle() {
        assertThat(fills(
                        BollingerBreakout.DEFINITION,
                        "period=3 deviations=1.3 timeframe=1m",
                        "100 100 106 107 105 105 104"))
                .containsExactly("4 buy 1@106", "6 sell 1@104");
    }

    /// Bar 2, 102, is above the highest of 100 and 101: buy on quote 4. Bar 5, 103, is below the one bar before,
    /// 104: leave on quote 7. Bar 6, 102, is below both bars before: sell on quote 8.
    @Test
    void shouldFollowTheChannels() {
        assertThat(fills(
                        DonchianTrend.DEFINITION,
                        "entry=2 exit=1 timeframe=1m stop=0",
                        "100 101 102 103 104 103 102 101 100"))
                .containsExactly("4 buy 1@105", "7 sell 1@101", "8 sell 1@100");
    }

    /// Five-minute bars close at 104 and 109, so from quote 10 on the trend is up. Bar 11 closes at 111 with a
    /// range of 1: from quote 12 on an ask of 110 is waited for, which is there at once; filled on quote 13. Bar
    /// 12, 109, is below
    /// its average of 109.5: leave on quote 14.
    @Test
    void shouldEnterOnATickThatHasComeBackInATrend() {
        assertThat(fills(
                        MultiTimeframeTrend.DEFINITION,
                        "filter=2 long-timeframe=5m signal=2 timeframe=1m pullback=1 stop=0 atr=1",
                        "100 101 102 103 104 105 106 107 108 109 110 111 109 110 111"))
                .containsExactly("13 buy 1@111", "14 sell 1@111");
    }

    /// Bar 2, 97, is 2 below the mean of 100 100 97, more than half its range of 3: buy on quote 4. Bar 4, 99, is
    /// above the mean of 98.8: leave on quote 6. Bar 5, 100, is 1 above the mean of 99, more than half its range of
    /// 1: sell on
    /// quote 7. The day's last quarter of an hour has begun on the quote of 23:50: leave on the next.
    @Test
    void shouldComeBackToTheAverageAndBeOutBeforeTheDayEnds() {
        List<Tick> ticks = minutely("100 100 97 98 99 100 101 102");
        ticks.add(RecordedTicks.quote(START_NS + 1430 * MINUTE_NS, 102, 103));
        ticks.add(RecordedTicks.quote(START_NS + 1431 * MINUTE_NS, 103, 104));
        BacktestResult result = result(
                VwapReversion.DEFINITION, "distance=0.5 timeframe=1m atr=1", INSTRUMENT, AccountTerms.DEFAULT, ticks);
        assertThat(fills(result, MINUTE_NS))
                .containsExactly("4 buy 1@100", "6 sell 1@101", "7 sell 1@102", "1431 buy 1@104");
    }

    /// The session opens at 09:30 New York, 14:30 UTC in winter and 13:30 in summer. Its first half hour on 7 March
    /// goes from 99 to 104: the buy stop of 105 is reached, and the target 5 above. On 10 March it goes from 100 to
    /// 103: the sell stop of 99 is filled at 98, and at the close, an hour after the opening, it buys back.
    @Test
    void shouldGoWithTheBreakOutOfTheOpeningRange() {
        Instrument forex = new Instrument("TEST", 0, 0, "USD", TradingCalendar.FOREX);
        List<Tick> ticks = List.of(
                quote("2014-03-07T14:29:00Z", 90),
                quote("2014-03-07T14:30:00Z", 101),
                quote("2014-03-07T14:45:00Z", 103),
                quote("2014-03-07T14:59:59Z", 99),
                quote("2014-03-07T15:00:00Z", 101),
                quote("2014-03-07T15:05:00Z", 104),
                quote("2014-03-07T15:10:00Z", 110),
                quote("2014-03-07T15:30:00Z", 120),
                quote("2014-03-10T13:29:59Z", 150),
                quote("2014-03-10T13:30:00Z", 100),
                quote("2014-03-10T13:40:00Z", 102),
                quote("2014-03-10T14:00:00Z", 101),
                quote("2014-03-10T14:05:00Z", 98),
                quote("2014-03-10T14:30:00Z", 97),
                quote("2014-03-10T14:31:00Z", 96));
        BacktestResult result = result(
                OpeningRange.DEFINITION, "open=990 range=30 session=60 target=1", forex, AccountTerms.DEFAULT, ticks);
        assertThat(result.fills().stream().map(fill -> Times.format(fill.timeNs()) + " " + brief(fill)))
                .containsExactly(
                        "2014-03-07T15:05:00Z buy 105",
                        "2014-03-07T15:10:00Z sell 110",
                        "2014-03-10T14:05:00Z sell 98",
                        "2014-03-10T14:31:00Z buy 97");
    }

    @Test
    void shouldNotTradeASessionWhoseOpeningItDidNotSee() {
        Instrument forex = new Instrument("TEST", 0, 0, "USD", TradingCalendar.FOREX);
        List<Tick> ticks = List.of(
                quote("2014-03-07T14:45:00Z", 103),
                quote("2014-03-07T15:00:00Z", 101),
                quote("2014-03-07T15:05:00Z", 150),
                quote("2014-03-07T15:06:00Z", 150));
        assertThat(result(OpeningRange.DEFINITION, "open=990 session=60", forex, AccountTerms.DEFAULT, ticks)
                        .orders())
                .isEmpty();
    }

    private static String brief(Fill fill) {
        return fill.side() + " " + fill.price();
    }

    private static Tick quote(String time, long bid) {
        return RecordedTicks.quote(Times.parse(time), bid, bid + 1);
    }

    /// After 100 quotes of 1000 to 1002 the grid begins at 1001 with a step of 1 %, 10. A line down and back, a
    /// line up and back. A spread of 20 takes the orders away, so nothing fills on the quote after it; placed anew
    /// there, the buy
    /// at 991 takes 987 on the next.
    @Test
    void shouldTradeTheLinesOfTheGridWhileTheSpreadIsUsual() {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < SpreadAwareGrid.WARM_UP_TICKS; i++) {
            ticks.add(second(i, 1000, 1002));
        }
        ticks.add(second(100, 989, 991));
        ticks.add(second(101, 1001, 1003));
        ticks.add(second(102, 1011, 1013));
        ticks.add(second(103, 999, 1001));
        ticks.add(second(104, 990, 1010));
        ticks.add(second(105, 985, 987));
        ticks.add(second(106, 985, 987));
        BacktestResult result = result(SpreadAwareGrid.DEFINITION, "step=1", INSTRUMENT, AccountTerms.DEFAULT, ticks);
        assertThat(fills(result, Times.SECOND_NS))
                .containsExactly(
                        "100 buy 1@991", "101 sell 1@1001", "102 sell 1@1011", "103 buy 1@1001", "106 buy 1@987");
    }

    /// Three average spreads of 20 are 60, more than 1 % of 1010: the first lines are 950 and 1070.
    @Test
    void shouldKeepTheLinesApartFromTheSpread() {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < SpreadAwareGrid.WARM_UP_TICKS; i++) {
            ticks.add(second(i, 1000, 1020));
        }
        ticks.add(second(100, 931, 951));
        ticks.add(second(101, 930, 950));
        BacktestResult result = result(SpreadAwareGrid.DEFINITION, "step=1", INSTRUMENT, AccountTerms.DEFAULT, ticks);
        assertThat(fills(result, Times.SECOND_NS)).containsExactly("101 buy 1@950");
    }

    /// Around 1000.5 the limits are 999 and 1002. Once long, around 998.5 and moved down by half of 0.2 %, they are
    /// 996 and 999; the sale rests for a quote and is then reached.
    @Test
    void shouldQuoteBothSidesSkewedByWhatItHolds() {
        BacktestResult result = result(
                PassiveMarketMaker.DEFINITION,
                "width=10 skew=20 limit=2 refresh=0",
                INSTRUMENT,
                AccountTerms.DEFAULT,
                List.of(
                        second(0, 1000, 1001),
                        second(1, 1000, 1001),
                        second(2, 998, 999),
                        second(3, 998, 999),
                        second(4, 999, 1000)));
        assertThat(fills(result, Times.SECOND_NS)).containsExactly("2 buy 1@999", "4 sell 1@999");
        assertThat(result.fills()).allMatch(Fill::maker);
    }

    @Test
    void shouldHoldNoMoreThanTheLimit() {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ticks.add(second(i, 1000 - i / 2 * 2, 1001 - i / 2 * 2));
        }
        BacktestResult result = result(
                PassiveMarketMaker.DEFINITION,
                "width=10 skew=0 limit=3 refresh=0",
                INSTRUMENT,
                AccountTerms.DEFAULT,
                ticks);
        assertThat(result.position()).isEqualTo(3);
        assertThat(result.fills()).hasSize(3);
    }

    private static Tick second(int second, long bid, long ask) {
        return RecordedTicks.quote(START_NS + second * Times.SECOND_NS, bid, ask);
    }
}
