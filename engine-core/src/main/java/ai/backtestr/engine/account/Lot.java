package ai.backtestr.engine.account;

import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Side;

/// A quantity bought or sold at one price, and what is left of it. Engine thread only.
final class Lot {
    final long ticket;
    final Side side;
    final long timeNs;
    final long price;
    final MarkRange marks = new MarkRange();
    long quantity;
    long notional;
    long fee;
    long swap;

    /// The lot that an execution worth `notional` makes.
    Lot(Fill fill, long notional) {
        this(fill.orderId(), fill.side(), fill.quantity(), fill.timeNs(), fill.price(), notional, fill.fee(), 0);
    }

    private Lot(long ticket, Side side, long quantity, long timeNs, long price, long notional, long fee, long swap) {
        this.ticket = ticket;
        this.side = side;
        this.quantity = quantity;
        this.timeNs = timeNs;
        this.price = price;
        this.notional = notional;
        this.fee = fee;
        this.swap = swap;
        marks.add(price);
    }

    /// Splits `part` off; whatever rounding leaves over stays with the rest, so that nothing is lost.
    Lot take(long part) {
        Lot taken =
                new Lot(ticket, side, part, timeNs, price, share(notional, part), share(fee, part), share(swap, part));
        taken.marks.add(marks);
        quantity -= taken.quantity;
        notional -= taken.notional;
        fee -= taken.fee;
        swap -= taken.swap;
        return taken;
    }

    private long share(long amount, long part) {
        return part == quantity || amount == 0 ? amount : Money.share(amount, part, quantity);
    }

    /// Returns the trade of this lot, an entry, with `exit`.
    ///
    /// @param number of the trade in its run, from 1
    /// @param earned what the price difference came to, before fees and swap
    Trade trade(Lot exit, int number, long earned) {
        marks.add(exit.price);
        long fees = fee + exit.fee;
        return new Trade(
                number,
                side,
                quantity,
                timeNs,
                price,
                exit.timeNs,
                exit.price,
                fees,
                earned - fees + swap,
                swap,
                ticket,
                marks.lowest(),
                marks.highest());
    }
}
