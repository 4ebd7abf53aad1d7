package ai.backtestr.render.order;

/// What knows the orders whose lines are dragged. FX thread only.
public interface OrderDesk {
    /// Returns the nearest price to this at which an order may stand.
    double snap(double price);

    /// Returns the distance between two prices at which orders may stand, above 0.
    double step();

    /// Returns what stands at the end of a line while it is dragged.
    String words(OrderLine line, double price);

    /// Has the order stand at the price where its line was dropped.
    void dropped(OrderLine line, double price);

    /// Cancels the order.
    void cancelled(OrderLine line);
}
