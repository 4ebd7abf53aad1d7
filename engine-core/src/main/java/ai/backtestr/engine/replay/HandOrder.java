package ai.backtestr.engine.replay;

/// What a person does during a replay. Prices are at the instrument's price scale, quantities at its quantity
/// scale; 0 stands for none.
///
/// @param kind what
/// @param quantity how much to buy or sell; of [Kind#CANCEL], the number of the order
/// @param price where, of an order that waits for a price
/// @param stop where to leave what is bought or sold, or held, at a loss
/// @param target where to leave it at a profit
public record HandOrder(Kind kind, long quantity, long price, long stop, long target) {
    /// What a person can do.
    public enum Kind {
        /// Buys at the market.
        BUY,
        /// Sells at the market.
        SELL,
        /// Buys at the price or lower.
        BUY_LIMIT,
        /// Sells at the price or higher.
        SELL_LIMIT,
        /// Buys at the market once it has risen to the price.
        BUY_STOP,
        /// Sells at the market once it has fallen to the price.
        SELL_STOP,
        /// Gives what is held this stop and target in place of those given by hand before.
        PROTECT,
        /// Closes all that is held and cancels the orders that were given by hand.
        CLOSE,
        /// Cancels an order.
        CANCEL;

        boolean isEntry() {
            return switch (this) {
                case BUY, SELL, BUY_LIMIT, SELL_LIMIT, BUY_STOP, SELL_STOP -> true;
                case PROTECT, CLOSE, CANCEL -> false;
            };
        }

        boolean waitsForPrice() {
            return isEntry() && this != BUY && this != SELL;
        }
    }

    public HandOrder {
        require(quantity >= 0 && price >= 0 && stop >= 0 && target >= 0, kind + ": a number is below 0");
        require(quantity > 0 == (kind.isEntry() || kind == Kind.CANCEL), kind + " of quantity " + quantity);
        require(price > 0 == kind.waitsForPrice(), kind + " at price " + price);
        require(stop + target == 0 || kind.isEntry() || kind == Kind.PROTECT, kind + " has no stop or target");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// Buys at the market.
    public static HandOrder buy(long quantity) {
        return new HandOrder(Kind.BUY, quantity, 0, 0, 0);
    }

    /// Sells at the market.
    public static HandOrder sell(long quantity) {
        return new HandOrder(Kind.SELL, quantity, 0, 0, 0);
    }

    /// Closes all that is held.
    public static HandOrder close() {
        return new HandOrder(Kind.CLOSE, 0, 0, 0, 0);
    }

    /// Protects what is held; 0 for no stop or no target.
    public static HandOrder protect(long stop, long target) {
        return new HandOrder(Kind.PROTECT, 0, 0, stop, target);
    }

    /// Returns the same with a stop and a target; 0 for none.
    public HandOrder with(long newStop, long newTarget) {
        return new HandOrder(kind, quantity, price, newStop, newTarget);
    }
}
