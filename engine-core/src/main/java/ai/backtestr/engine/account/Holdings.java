package ai.backtestr.engine.account;

import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.Side;
import java.util.List;

/// What is held of one instrument. Engine thread only.
public interface Holdings {
    /// Returns how executions add up to positions.
    AccountMode mode();

    /// Returns the quantity held: above 0 long, below 0 short, at the instrument's quantity scale. Where positions
    /// are kept apart, the difference of what is held long and short.
    long position();

    /// Returns the quantity held of that side, not below 0.
    long quantity(Side side);

    /// Returns how much is held on `side` by order `ticket`.
    long quantity(Side side, long ticket);

    /// Tells whether anything is held.
    boolean hasPosition();

    /// Returns what is held, oldest first.
    List<OpenPosition> positions();

    /// Books what holding it for that many days earns, lot by lot.
    void bookSwap(SwapModel model, int days, Market market);
}
