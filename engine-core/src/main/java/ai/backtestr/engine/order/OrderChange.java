package ai.backtestr.engine.order;

/// What is to be changed about an order that waits; 0 leaves a thing as it is.
///
/// @param quantity the new quantity, counted with what was filled already
/// @param triggerPrice the new stop or touch
/// @param limitPrice the new limit
public record OrderChange(long quantity, long triggerPrice, long limitPrice) {
    public OrderChange {
        if (quantity < 0 || triggerPrice < 0 || limitPrice < 0) {
            throw new IllegalArgumentException(
                    "quantity " + quantity + ", trigger " + triggerPrice + " or limit " + limitPrice + " is below 0");
        }
        if (quantity == 0 && triggerPrice == 0 && limitPrice == 0) {
            throw new IllegalArgumentException("the change changes nothing");
        }
    }

    /// Changes the quantity.
    public static OrderChange quantity(long quantity) {
        return new OrderChange(quantity, 0, 0);
    }

    /// Changes the stop or touch.
    public static OrderChange trigger(long price) {
        return new OrderChange(0, price, 0);
    }

    /// Changes the limit.
    public static OrderChange limit(long price) {
        return new OrderChange(0, 0, price);
    }
}
