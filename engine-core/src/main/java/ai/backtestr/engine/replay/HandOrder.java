package ai.backtestr.engine.replay;

/// What a person does during a replay. Prices are at the instrument's price scale, quantities at its quantity
/// scale; 0 stands for none.
///
/// @param kind what
/// @param quantity how much to buy or sell; of [Kind#CANCEL] and [Kind#MODIFY], the number of the order
/// @param price where, of an order that waits for a price; of [Kind#MODIFY] the new limit
/// @param stop where to leave what is bought or sold, or held, at a loss; of [Kind#MODIFY] the new trigger
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
        /// Gives what is held this stop; the target given by hand stays.
        SET_STOP,
        /// Gives what is held this target; the stop given by hand stays.
        SET_TARGET,
        /// Closes all that is held and cancels the orders that were given by hand.
        CLOSE,
        /// Changes the prices of an order that waits: its limit to the price, its trigger to the stop; 0 leaves
        /// one.
        MODIFY,
        /// Cancels an order.
        CANCEL;

        boolean isEntry() {
            return switch (this) {
                case BUY, SELL, BUY_LIMIT, SELL_LIMIT, BUY_STOP, SELL_STOP -> true;
                case PROTECT, SET_STOP, SET_TARGET, CLOSE, MODIFY, CANCEL -> false;
            };
        }

        boolean mayHaveStop() {
            return isEntry() || this == PROTECT || this == SET_STOP || this == MODIFY;
        }

        boolean mayHaveTarget() {
            return isEntry() || this == PROTECT || this == SET_TARGET;
        }

        boolean namesOrder() {
            return this == CANCEL || this == MODIFY;
        }

        boolean waitsForPrice() {
            return isEntry() && this != BUY && this != SELL;
        }
    }

    public HandOrder {
        require(quantity >= 0 && price >= 0 && stop >= 0 && target >= 0, kind + ": a number is below 0");
        require(quantity > 0 == (kind.isEntry() || kind.namesOrder()), kind + " of quantity " + quantity);
        require(price > 0 == kind.waitsForPrice() || kind == Kind.MODIFY, kind + " at price " + price);
        require(kind != Kind.MODIFY || price + stop > 0, kind + " changes nothing");
        require(stop == 0 || kind.mayHaveStop(), kind + " has no stop");
        require(target == 0 || kind.mayHaveTarget(), kind + " has no target");
        require(kind != Kind.SET_STOP || stop > 0, kind + " at no price");
        require(kind != Kind.SET_TARGET || target > 0, kind + " at no price");
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

    /// Gives what is held a stop beside its target.
    public static HandOrder stopAt(long price) {
        return new HandOrder(Kind.SET_STOP, 0, 0, price, 0);
    }

    /// Gives what is held a target beside its stop.
    public static HandOrder targetAt(long price) {
        return new HandOrder(Kind.SET_TARGET, 0, 0, 0, price);
    }

    /// Changes the prices of an order; 0 leaves one as it is.
    public static HandOrder modify(long order, long limit, long trigger) {
        return new HandOrder(Kind.MODIFY, order, limit, trigger, 0);
    }

    /// Cancels an order.
    public static HandOrder cancel(long order) {
        return new HandOrder(Kind.CANCEL, order, 0, 0, 0);
    }

    /// Buys or sells once the price is there: at it or better, or at the market from there on.
    ///
    /// @param kind one of those that wait for a price
    public static HandOrder at(Kind kind, long quantity, long price) {
        return new HandOrder(kind, quantity, price, 0, 0);
    }

    /// Returns the same with a stop and a target; 0 for none.
    public HandOrder with(long newStop, long newTarget) {
        return new HandOrder(kind, quantity, price, newStop, newTarget);
    }
}
