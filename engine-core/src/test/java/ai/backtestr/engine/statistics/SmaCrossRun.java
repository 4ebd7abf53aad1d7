package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The published run of an SMA 10/30 cross on daily bars, always in the market with all it has:
///
/// - a cross is seen on the close, from bar index 30 on, when the averages stood strictly the other way a bar
/// before;
/// - at the next open the position is closed and as many whole shares as the cash pays are bought or sold short;
/// - nothing is ordered on the last bar, and what is open is closed at its open.
///
/// Fills go through the account and equity through the curve that a backtest has. The first close comes before the
/// first day: published returns begin with the change from the first close to the second.
final class SmaCrossRun {
    private static final int FAST = 10;
    private static final int SLOW = 30;
    private static final long START = Money.parse("10000");
    private static final BigDecimal MARGIN_FOR_ROUNDING = new BigDecimal("0.999999999");

    final Account account = new Account(DailyBars.STOCK, START);
    final EquityCurve curve = new EquityCurve(DailyBars.STOCK.calendar(), START);
    private final DailyBars bars;
    private long fills;

    private SmaCrossRun(DailyBars bars) {
        this.bars = bars;
    }

    static SmaCrossRun on(DailyBars bars) {
        SmaCrossRun run = new SmaCrossRun(bars);
        run.curve.onPrice(bars.get(0).close());
        Side entry = null;
        for (int i = 1; i < bars.count(); i++) {
            run.onOpen(i, entry);
            entry = run.onClose(i);
        }
        run.curve.finish(bars.get(bars.count() - 1).endNs());
        return run;
    }

    private void onOpen(int index, @Nullable Side entry) {
        DailyBars.Bar bar = bars.get(index);
        // The first point of the curve stands at the end of the first bar, from which the published durations count.
        curve.onTime(bar.startNs());
        boolean isLast = index == bars.count() - 1;
        if (account.position() != 0 && (entry != null || isLast)) {
            Side exit = account.position() > 0 ? Side.SELL : Side.BUY;
            fill(bar, exit, Math.abs(account.position()));
        }
        if (entry != null) {
            fill(bar, entry, affordable(bar.open()));
        }
    }

    private long affordable(long price) {
        return Money.toDecimal(account.cash())
                .multiply(MARGIN_FOR_ROUNDING)
                .divide(BigDecimal.valueOf(price, DailyBars.STOCK.priceScale()), 0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private void fill(DailyBars.Bar bar, Side side, long quantity) {
        account.book(new Fill(bar.startNs(), ++fills, side, quantity, bar.open(), 0));
    }

    private @Nullable Side onClose(int index) {
        long close = bars.get(index).close();
        curve.onPrice(close);
        curve.onEquity(account.equity(close));
        return index < SLOW || index == bars.count() - 1 ? null : cross(index);
    }

    private @Nullable Side cross(int index) {
        long now = distance(index);
        long before = distance(index - 1);
        if (before < 0 && now > 0) {
            return Side.BUY;
        }
        return before > 0 && now < 0 ? Side.SELL : null;
    }

    /// The fast average less the slow one, times 30, without rounding.
    private long distance(int index) {
        return (long) SLOW / FAST * bars.sumOfCloses(FAST, index) - bars.sumOfCloses(SLOW, index);
    }

    Statistics statistics() {
        return Statistics.of(account, curve, DailyBars.STOCK.calendar().daysPerYear());
    }
}
