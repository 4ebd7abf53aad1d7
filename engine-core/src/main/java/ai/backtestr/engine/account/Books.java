package ai.backtestr.engine.account;

import java.util.List;

/// An account as its figures are worked out from it. All amounts are [ai.backtestr.engine.number.Money] in the
/// account's currency.
public interface Books {
    /// Returns the cash the account was opened with.
    long startingCash();

    /// Returns the trades closed so far, oldest first.
    List<Trade> trades();

    /// Returns all commission paid.
    long fees();

    /// Returns what slippage cost, which the prices of the executions hold already.
    long slippage();

    /// Returns what holding positions over night earned, or cost where it is below 0.
    long swap();

    /// Returns what the quantity of one of its trades is worth at `price`, or by how much its worth differs where
    /// `price` is a distance.
    long worth(Trade trade, long price);
}
