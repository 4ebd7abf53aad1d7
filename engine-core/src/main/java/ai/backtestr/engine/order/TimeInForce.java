package ai.backtestr.engine.order;

import java.util.Locale;

/// How long an order stands.
public enum TimeInForce {
    /// Until it is filled or cancelled.
    GOOD_TILL_CANCELLED,
    /// Until the instrument's trading day ends in which it reached the market.
    DAY,
    /// Until a time of its own; a tick of that very time finds it expired.
    GOOD_TILL_DATE,
    /// For the first tick it can trade on; what is not filled there is cancelled.
    IMMEDIATE_OR_CANCEL,
    /// For the first tick it can trade on, and only if all of it is filled there.
    FILL_OR_KILL;

    /// Tells whether it has one tick only.
    public boolean isImmediate() {
        return this == IMMEDIATE_OR_CANCEL || this == FILL_OR_KILL;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
