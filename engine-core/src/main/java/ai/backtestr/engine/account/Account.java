package ai.backtestr.engine.account;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/// Cash and one netted position in one instrument. Engine thread only.
///
/// Buying takes the price of what was bought out of the cash and selling adds it, fees come off, and equity is the
/// cash plus the position at its mark. The position is a queue of lots, closed first in, first out. What a lot cost
/// is split between partial closings so that the parts add up to the whole: the profits of all trades plus the open
/// profit equal the change of equity to the last unit.
public final class Account {
    private final int productScale;
    private final long startingCash;
    private final Deque<Lot> lots = new ArrayDeque<>();
    private final List<Trade> trades = new ArrayList<>();
    private long cash;
    private long position;
    private long fees;

    /// Opens an account with `startingCash`, as [Money], in the instrument's quote currency.
    public Account(Instrument instrument, long startingCash) {
        this.productScale = instrument.priceScale() + instrument.quantityScale();
        this.startingCash = startingCash;
        this.cash = startingCash;
    }

    /// Books an execution.
    public void book(Fill fill) {
        long notional = notional(fill.price(), fill.quantity());
        cash = Math.subtractExact(cash, fill.side().sign() * notional);
        cash = Math.subtractExact(cash, fill.fee());
        fees = Math.addExact(fees, fill.fee());
        position = Math.addExact(position, fill.side().sign() * fill.quantity());
        Lot arriving = new Lot(fill.side(), fill.quantity(), fill.timeNs(), fill.price(), notional, fill.fee());
        closeAgainst(arriving);
        if (arriving.quantity > 0) {
            lots.addLast(arriving);
        }
    }

    private void closeAgainst(Lot arriving) {
        while (arriving.quantity > 0 && !lots.isEmpty() && lots.getFirst().side != arriving.side) {
            Lot open = lots.getFirst();
            long quantity = Math.min(open.quantity, arriving.quantity);
            trades.add(close(open.take(quantity), arriving.take(quantity)));
            if (open.quantity == 0) {
                lots.removeFirst();
            }
        }
    }

    private Trade close(Lot entry, Lot exit) {
        long tradeFees = entry.fee + exit.fee;
        long profit = entry.side.sign() * (exit.notional - entry.notional) - tradeFees;
        return new Trade(
                trades.size() + 1,
                entry.side,
                entry.quantity,
                entry.timeNs,
                entry.price,
                exit.timeNs,
                exit.price,
                tradeFees,
                profit);
    }

    /// Returns price times quantity as [Money].
    public long notional(long price, long quantity) {
        return Money.product(price, quantity, productScale);
    }

    /// Returns the cash the account was opened with.
    public long startingCash() {
        return startingCash;
    }

    /// Returns the cash, as [Money]; while short, it includes what the sale brought in.
    public long cash() {
        return cash;
    }

    /// Returns the quantity held: above 0 long, below 0 short, at the instrument's quantity scale.
    public long position() {
        return position;
    }

    /// Returns all commission paid.
    public long fees() {
        return fees;
    }

    /// Returns cash plus the position at `markPrice`.
    public long equity(long markPrice) {
        return position == 0 ? cash : Math.addExact(cash, notional(markPrice, position));
    }

    /// Returns what the open position earned so far at `markPrice`, after the fees of its entry.
    public long openProfit(long markPrice) {
        long closed = 0;
        for (Trade trade : trades) {
            closed += trade.profit();
        }
        return equity(markPrice) - startingCash - closed;
    }

    /// Returns the trades closed so far, oldest first; a view that grows.
    public List<Trade> trades() {
        return Collections.unmodifiableList(trades);
    }

    /// A quantity bought or sold at one price, and what is left of it.
    private static final class Lot {
        final Side side;
        final long timeNs;
        final long price;
        long quantity;
        long notional;
        long fee;

        Lot(Side side, long quantity, long timeNs, long price, long notional, long fee) {
            this.side = side;
            this.quantity = quantity;
            this.timeNs = timeNs;
            this.price = price;
            this.notional = notional;
            this.fee = fee;
        }

        /// Splits `part` off; whatever rounding leaves over stays with the rest, so that nothing is lost.
        Lot take(long part) {
            Lot taken = part == quantity
                    ? new Lot(side, part, timeNs, price, notional, fee)
                    : new Lot(
                            side,
                            part,
                            timeNs,
                            price,
                            Money.share(notional, part, quantity),
                            Money.share(fee, part, quantity));
            quantity -= taken.quantity;
            notional -= taken.notional;
            fee -= taken.fee;
            return taken;
        }
    }
}
