package ai.backtestr.engine.run;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.MarginEvent;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.instrument.ContractValue;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.ModelGaps;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.Rejection;
import ai.backtestr.engine.statistics.Statistics;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a run. Nothing in it changes any more, so any thread may read it.
///
/// @param spec what was run
/// @param instrument what was traded
/// @param dataDigest digest of the ticks
/// @param ticks ticks taken in
/// @param rejectedTicks ticks kept out because they could not be
/// @param firstRejectedTick which was the first and why; empty if none
/// @param firstNs time of the first tick, nanoseconds since the epoch, UTC; 0 if there was none
/// @param lastNs time of the last tick
/// @param elapsedNs how long the run took on the clock on the wall
/// @param fills all executions, oldest first
/// @param trades all closed trades, oldest first
/// @param orders the life of every order, in the order in which they were placed
/// @param rejections all orders refused, oldest first
/// @param marginEvents all margin calls and stop-outs, oldest first
/// @param position quantity still held at the end
/// @param equity how equity went
/// @param statistics the figures
/// @param bars closed bars of every timeframe that was kept, shortest first; the last is as the data left it
/// @param resultHash SHA-256 over data, settings and results; equal exactly when the run is the same
/// @param gaps where the data did not hold what a model of execution needs
/// @param barData on which bar data the run was made, in which case bars take the place of ticks in all counts;
///     null for a run on ticks
/// @param portfolio what a run in one account over several instruments, or in another currency than its
///     instrument's, has besides; `instrument`, `position` and `bars` are those of its main instrument then,
///     `fills`, `trades`, `orders` and all figures those of all. Null for a run on one instrument in its own
///     currency
public record BacktestResult(
        BacktestSpec spec,
        Instrument instrument,
        String dataDigest,
        long ticks,
        long rejectedTicks,
        String firstRejectedTick,
        long firstNs,
        long lastNs,
        long elapsedNs,
        List<Fill> fills,
        List<Trade> trades,
        List<OrderLife> orders,
        List<Rejection> rejections,
        List<MarginEvent> marginEvents,
        long position,
        EquityCurve equity,
        Statistics statistics,
        List<BarSeries> bars,
        String resultHash,
        ModelGaps gaps,
        @Nullable BarDataRun barData,
        @Nullable Portfolio portfolio) {

    /// Returns the currency of the account.
    public String currency() {
        return portfolio == null ? instrument.quoteCurrency() : portfolio.currency();
    }

    /// Returns what the quantity of a closed trade is worth at `price`, or how much a distance of `price` comes to,
    /// in the account's currency as [ai.backtestr.engine.number.Money]; of another currency at the middle of the
    /// rate at its exit.
    public long worth(Trade trade, long price) {
        long worth = new ContractValue(instrumentOf(trade.ticket())).of(price, trade.quantity());
        return portfolio == null
                ? worth
                : Money.round(BigDecimal.valueOf(worth, Money.SCALE)
                        .multiply(portfolio.ratesAtExit().get(trade.number() - 1)));
    }

    /// Returns the instrument of an order, by its number.
    public Instrument instrumentOf(long orderId) {
        return portfolio == null ? instrument : portfolio.ofOrder(orderId).instrument();
    }

    /// Returns ticks a second, over the whole run.
    public double ticksPerSecond() {
        return elapsedNs == 0 ? 0 : ticks * 1e9 / elapsedNs;
    }
}
