package ai.backtestr.render.order;

/// An order that waits at a price, or what is held, as a line across the chart.
///
/// @param id number of the order; 0 for a position, and for a stop or target that is yet to be given
/// @param role what it is to the position
/// @param price where it lies
/// @param label what stands at its end
/// @param movable whether it can be dragged; what trails by itself cannot
public record OrderLine(long id, Role role, double price, String label, boolean movable) {
    /// What a line is.
    public enum Role {
        /// The average price of what is held, from which a stop and a target are dragged.
        POSITION,
        /// Leaves at a loss.
        STOP,
        /// Leaves at a profit.
        TARGET,
        /// Enters, or leaves on the side that is not held.
        ENTRY
    }

    /// Returns it at another price.
    OrderLine at(double newPrice, String newLabel) {
        return new OrderLine(id, role, newPrice, newLabel, movable);
    }

    /// Tells whether it is of the same order, or the same that is yet to be given.
    boolean isSame(OrderLine other) {
        return id == other.id && role == other.role;
    }
}
