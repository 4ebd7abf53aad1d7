package ai.backtestr.engine.strategy;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.OpenPosition;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.OrderChange;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import java.util.List;
import java.util.Objects;

/// What a strategy can see and do while it runs: the present, never what comes after.
///
/// Orders, changes and cancellations travel for as long as the run's latency says and have an effect on a later
/// tick at the earliest.
public interface StrategyContext {
    /// Returns the instrument that this context shows: all prices, positions and orders of it are that one's.
    Instrument instrument();

    /// Returns the same moment as seen from another of the instruments that the strategy trades: its quotes and
    /// positions; what is ordered there is an order on it. Time, equity and margin are those of the one account.
    ///
    /// @param index 0 for the main instrument, then the further ones in the order in which the run names them
    /// @throws IndexOutOfBoundsException if the strategy trades fewer
    default StrategyContext of(int index) {
        Objects.checkIndex(index, 1);
        return this;
    }

    /// Tells whether the instrument has had a tick, without which its quotes are 0. Of the only one it always has.
    default boolean hasPrice() {
        return bid() > 0;
    }

    /// Returns the currency of the account, in which equity and margin are.
    default String accountCurrency() {
        return instrument().quoteCurrency();
    }

    /// Returns what an amount of the instrument's quote currency is worth in the account's, halfway between bid and
    /// ask of the rate as it stands; 0 while the rate is not known.
    default long toAccountCurrency(long amount) {
        return amount;
    }

    /// Returns what an amount of the account's currency is worth in the instrument's quote currency, likewise.
    default long toQuoteCurrency(long amount) {
        return amount;
    }

    /// Returns whether the account nets what is bought and sold, or keeps positions apart.
    AccountMode accountMode();

    /// Returns the time of the present tick, nanoseconds since the epoch, UTC.
    long timeNs();

    /// Returns the bid, at the instrument's price scale; of an instrument without quotes, the last trade's price.
    /// Where the run has a spread of its own, this is the bid by that spread.
    long bid();

    /// Returns the ask, at the instrument's price scale; of an instrument without quotes, the last trade's price.
    /// Where the run has a spread of its own, this is the ask by that spread.
    long ask();

    /// Returns the price that a market order of that side would be filled at now: a buyer pays the ask, a seller
    /// gets the bid; of a crossed quote each gets the worse side.
    default long takerPrice(Side side) {
        return side == Side.BUY ? Math.max(bid(), ask()) : Math.min(bid(), ask());
    }

    /// Returns the quantity held: above 0 long, below 0 short, at the instrument's quantity scale.
    long position();

    /// Returns what is held, oldest first, each with the order that entered it.
    List<OpenPosition> positions();

    /// Returns cash plus the position at what closing it would get now, as [ai.backtestr.engine.number.Money].
    long equity();

    /// Returns the margin in use: what the position is worth over the leverage, as
    /// [ai.backtestr.engine.number.Money].
    long usedMargin();

    /// Returns equity less the margin in use; below 0 when more is in use than there is.
    long freeMargin();

    /// Orders to buy `quantity`, above 0, at the market, on the next tick at the earliest.
    ///
    /// @return the order's number
    default long buy(long quantity) {
        return submit(OrderRequest.market(Side.BUY, quantity));
    }

    /// Orders to sell `quantity`, above 0, at the market, on the next tick at the earliest.
    ///
    /// @return the order's number
    default long sell(long quantity) {
        return submit(OrderRequest.market(Side.SELL, quantity));
    }

    /// Places an order.
    ///
    /// @return its number
    /// @throws IllegalArgumentException if it does not suit the account: a ticket where positions are netted, or
    ///     reduce-only without one where they are kept apart
    long submit(OrderRequest request);

    /// Places orders of which one cancels the others: what is filled of one is taken off the rest, and the first to
    /// be filled as a whole cancels them.
    ///
    /// @return their numbers
    List<Long> submitOneCancelsOther(List<OrderRequest> requests);

    /// Places an order and others that come into force with its fills, each up to what was filled. Among
    /// themselves, one cancels the others.
    ///
    /// @return their numbers, that of the first order first
    List<Long> submitWithExits(OrderRequest first, List<OrderRequest> exits);

    /// Places an entry with a stop and a limit to leave by, both for what was filled of it, of which one cancels
    /// the other. Either can be left out.
    ///
    /// @param entry of any type
    /// @param stopPrice where to leave at a loss; 0 for no stop
    /// @param targetPrice where to leave at a profit; 0 for no target
    /// @return the orders' numbers; 0 for one left out
    Bracket bracket(OrderRequest entry, long stopPrice, long targetPrice);

    /// Changes an order that waits.
    ///
    /// @return whether it still stood; that it is filled before the change arrives can then still happen
    /// @throws IllegalArgumentException if there is no such order, or it has no such price
    boolean modify(long orderId, OrderChange change);

    /// Cancels an order that waits.
    ///
    /// @return whether it still stood; that it is filled before the cancellation arrives can then still happen
    /// @throws IllegalArgumentException if there is no such order
    boolean cancel(long orderId);

    /// Cancels all orders that wait.
    default void cancelAll() {
        openOrders().forEach(this::cancel);
    }

    /// Orders to close all that is held, at the market.
    void closeAll();

    /// Returns the numbers of the orders that wait or are on their way, oldest first.
    List<Long> openOrders();

    /// Returns how much of an order is still to be filled; 0 once it has ended.
    ///
    /// @throws IllegalArgumentException if there is no such order
    long openQuantity(long orderId);

    /// Has [Strategy#onTimer] called on the first tick at or after `timeNs`.
    ///
    /// @throws IllegalArgumentException if that is not after the present tick
    void wakeAt(long timeNs);
}
