package ai.backtestr.engine.order;

/// Where an order stands in the queue at its price. Not known until the price has been the best with a size, or
/// nobody was there. Quantities are at the instrument's quantity scale. Engine thread only.
final class QueuePosition {
    private final QueueModel model;
    private final double unit;
    private final long step;
    private boolean known;
    private double front;
    private long level;
    private double traded;

    /// @param unit a whole unit at the instrument's quantity scale
    /// @param step the smallest quantity that is filled
    QueuePosition(QueueModel model, long unit, long step) {
        this.model = model;
        this.unit = (double) unit;
        this.step = step;
    }

    boolean isKnown() {
        return known;
    }

    /// Takes in that `size` now stands at the price, without the order itself. All of what is seen first is in
    /// front.
    void onSize(long size) {
        if (known) {
            advance(size);
        } else {
            known = true;
            front = (double) size;
        }
        level = size;
    }

    private void advance(long size) {
        double left = (double) (level - size) - traded; // of what left, trades were counted already
        traded = 0;
        if (left >= 0) {
            double back = Math.max(0, (double) level - front);
            double behind = model.behind(Math.max(0, front) / unit, back / unit);
            front += Math.min(back - behind * left, 0) - (1 - behind) * left;
        }
        front = Math.max(0, Math.min(front, (double) size));
    }

    /// Takes in that `size` was traded at the price.
    ///
    /// @return what of it was behind all that stood in front; 0 if nothing was
    long onTrade(long size) {
        if (!known) {
            return 0;
        }
        front -= (double) size;
        traded += (double) size;
        long reached = (long) Math.floor(-front / (double) step) * step;
        if (reached <= 0) {
            return 0;
        }
        front = 0;
        return reached;
    }
}
