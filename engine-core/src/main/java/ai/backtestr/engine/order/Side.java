package ai.backtestr.engine.order;

import java.util.Locale;

/// Which way an order or a position goes.
public enum Side {
    BUY(1),
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /// Returns 1 of a buy, -1 of a sale.
    public int sign() {
        return sign;
    }

    /// Returns the other one.
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
