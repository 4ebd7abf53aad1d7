package ai.backtestr.engine.order;

import java.util.Locale;

/// When an order acts, and how it is then filled.
public enum OrderType {
    /// At once, at the price that is there.
    MARKET(Trigger.NONE, false),
    /// At the first price of the next session.
    MARKET_ON_OPEN(Trigger.NONE, false),
    /// At the last price of the session.
    MARKET_ON_CLOSE(Trigger.NONE, false),
    /// At its price or a better one.
    LIMIT(Trigger.NONE, true),
    /// At the market once the price has gone against it as far as its stop.
    STOP(Trigger.STOP, false),
    /// As a limit order once the price has gone against it as far as its stop.
    STOP_LIMIT(Trigger.STOP, true),
    /// At the market once the price is as good as its trigger.
    MARKET_IF_TOUCHED(Trigger.TOUCH, false),
    /// As a limit order once the price is as good as its trigger.
    LIMIT_IF_TOUCHED(Trigger.TOUCH, true),
    /// A stop that follows the price at a distance, and never goes back.
    TRAILING_STOP(Trigger.TRAIL, false),
    /// A stop that follows the price at a distance and then becomes a limit order.
    TRAILING_STOP_LIMIT(Trigger.TRAIL, true);

    /// What it waits for.
    enum Trigger {
        NONE,
        STOP,
        TOUCH,
        TRAIL
    }

    private final Trigger trigger;
    private final boolean endsAsLimit;

    OrderType(Trigger trigger, boolean endsAsLimit) {
        this.trigger = trigger;
        this.endsAsLimit = endsAsLimit;
    }

    Trigger trigger() {
        return trigger;
    }

    /// Tells whether the strategy names a trigger price.
    public boolean hasTriggerPrice() {
        return trigger == Trigger.STOP || trigger == Trigger.TOUCH;
    }

    /// Tells whether the strategy names a limit price.
    public boolean hasLimitPrice() {
        return endsAsLimit && trigger != Trigger.TRAIL;
    }

    /// Tells whether its trigger follows the price.
    public boolean trails() {
        return trigger == Trigger.TRAIL;
    }

    /// Tells whether it is filled at its limit or better, rather than at what the market gives.
    public boolean endsAsLimit() {
        return endsAsLimit;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
