package ai.backtestr.engine.order;

import org.jspecify.annotations.Nullable;

/// The account as the matcher sees it.
public interface Executions {
    /// Returns how much of a position the order could close, for orders that may only reduce one.
    long reducible(Order order);

    /// Returns why the account cannot take on `quantity` of the order at `price`, or null if it can.
    @Nullable
    String refusal(Order order, long quantity, long price, Market market);

    /// Returns what an amount of the instrument's quote currency is worth in the account's, for commission that is a
    /// share of it.
    default long inAccountCurrency(long amount) {
        return amount;
    }

    /// Books an execution.
    void book(Fill fill);

    /// Tells what happened to an order. Fills are booked before they are told of.
    void onEvent(Order order, OrderEvent event);
}
