package ai.backtestr.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Side;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instrument SHARE = new Instrument("SHARE", 2, 0, "USD", TradingCalendar.ALWAYS_OPEN);
    private static final Instrument COIN = new Instrument("COIN", 3, 8, "USD", TradingCalendar.ALWAYS_OPEN);

    @Test
    void shouldBookALongRoundTrip() {
        Account account = new Account(SHARE, Money.parse("10000"));
        account.book(fill(1, Side.BUY, 100, 5000, "1.50"));
        assertThat(account.cash()).isEqualTo(Money.parse("4998.50"));
        assertThat(account.equity(5100)).isEqualTo(Money.parse("10098.50"));
        account.book(fill(2, Side.SELL, 100, 5125, "1.50"));
        assertThat(account.cash()).isEqualTo(Money.parse("10122"));
        assertThat(account.trades())
                .containsExactly(
                        new Trade(1, Side.BUY, 100, 1, 5000, 2, 5125, Money.parse("3"), Money.parse("122"), 0, 1));
    }

    @Test
    void shouldTurnFromLongToShortWithOneFill() {
        Account account = new Account(SHARE, Money.parse("10000"));
        account.book(fill(1, Side.BUY, 10, 1000, "0"));
        account.book(fill(2, Side.SELL, 30, 1100, "0.30"));
        assertThat(account.position()).isEqualTo(-20);
        assertThat(account.trades())
                .containsExactly(
                        new Trade(1, Side.BUY, 10, 1, 1000, 2, 1100, Money.parse("0.10"), Money.parse("9.90"), 0, 1));
        account.book(fill(3, Side.BUY, 20, 900, "0"));
        assertThat(account.trades().get(1))
                .isEqualTo(
                        new Trade(2, Side.SELL, 20, 2, 1100, 3, 900, Money.parse("0.20"), Money.parse("39.80"), 0, 2));
        assertThat(account.cash()).isEqualTo(Money.parse("10049.70"));
    }

    @Test
    void shouldCloseLotsFirstInFirstOut() {
        Account account = new Account(SHARE, Money.parse("10000"));
        account.book(fill(1, Side.BUY, 10, 1000, "0"));
        account.book(fill(2, Side.BUY, 10, 1200, "0"));
        account.book(fill(3, Side.SELL, 15, 1300, "0"));
        assertThat(account.trades()).extracting(Trade::quantity).containsExactly(10L, 5L);
        assertThat(account.trades()).extracting(Trade::entryPrice).containsExactly(1000L, 1200L);
        assertThat(account.trades()).extracting(Trade::profit).containsExactly(Money.parse("30"), Money.parse("5"));
        assertThat(account.openProfit(1300)).isEqualTo(Money.parse("5"));
    }

    /// Equity is cash plus the position at its mark, and the change of equity is the profit of the trades plus the
    /// open profit: to the last unit, whatever is traded. The reference books every fill into one `BigDecimal`.
    @Test
    void shouldLoseNoUnitOverRandomFills() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 50; run++) {
            Account account = new Account(COIN, Money.parse("1000000"));
            BigDecimal cash = new BigDecimal("1000000");
            BigDecimal position = BigDecimal.ZERO;
            for (int i = 0; i < 300; i++) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                long quantity = 1 + random.nextLong(500_000_000);
                long price = 1L + random.nextInt(2_000_000);
                long fee = random.nextInt(100_000_000);
                account.book(new Fill(i, i, side, quantity, price, fee));
                BigDecimal signed = BigDecimal.valueOf(side.sign() * quantity, 8);
                BigDecimal notional = round(signed.multiply(BigDecimal.valueOf(price, 3)));
                cash = cash.subtract(notional).subtract(BigDecimal.valueOf(fee, Money.SCALE));
                position = position.add(signed);

                long mark = 1L + random.nextInt(2_000_000);
                BigDecimal equity = cash.add(round(position.multiply(BigDecimal.valueOf(mark, 3))));
                long trades = account.trades().stream().mapToLong(Trade::profit).sum();
                assertThat(account.cash()).as("seed %d", seed).isEqualTo(units(cash));
                assertThat(account.equity(mark)).as("seed %d", seed).isEqualTo(units(equity));
                assertThat(trades + account.openProfit(mark))
                        .as("seed %d", seed)
                        .isEqualTo(units(equity.subtract(new BigDecimal("1000000"))));
            }
        }
    }

    private static BigDecimal round(BigDecimal amount) {
        return BigDecimal.valueOf(Money.round(amount), Money.SCALE);
    }

    private static long units(BigDecimal amount) {
        return amount.setScale(Money.SCALE).unscaledValue().longValueExact();
    }

    private static Fill fill(long timeNs, Side side, long quantity, long price, String fee) {
        return new Fill(timeNs, timeNs, side, quantity, price, Money.parse(fee));
    }
}
