package ai.backtestr.engine.account;

import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.tick.PriceRange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/// What is held of one instrument as a queue of lots, and the prices it could have been closed at. Netted, what is
/// bought closes what was sold, first in, first out; kept apart, an execution closes lots of the ticket it names
/// and otherwise opens one. Engine thread only.
final class Lots {
    private final AccountMode mode;
    private final BiConsumer<Lot, Lot> onClosed;
    private final Deque<Lot> lots = new ArrayDeque<>();
    private final MarkRange longMarks = new MarkRange();
    private final MarkRange shortMarks = new MarkRange();
    private long longQuantity;
    private long shortQuantity;

    /// Hands each part that is closed, the entry and the exit of one quantity, to `onClosed`.
    Lots(AccountMode mode, BiConsumer<Lot, Lot> onClosed) {
        this.mode = mode;
        this.onClosed = onClosed;
    }

    AccountMode mode() {
        return mode;
    }

    /// Takes in what closing what is held would get on a tick, for the excursions of trades.
    void onMark(Market market) {
        if (longQuantity != 0) {
            longMarks.add(market.takerPrice(Side.SELL));
        }
        if (shortQuantity != 0) {
            shortMarks.add(market.takerPrice(Side.BUY));
        }
    }

    /// Takes in the lowest and the highest price at which what is held, of one side alone, could have been closed
    /// over a stretch of ticks.
    void onMarks(long lowest, long highest) {
        MarkRange marks = longQuantity != 0 ? longMarks : shortMarks;
        marks.add(lowest);
        marks.add(highest);
    }

    /// Takes in the range of the prices at which what is held of `side` could have been closed over a stretch.
    void onMarks(Side side, PriceRange range) {
        if (quantity(side) != 0) {
            MarkRange marks = side == Side.BUY ? longMarks : shortMarks;
            marks.add(range.lowest());
            marks.add(range.highest());
        }
    }

    /// The range is kept once for all lots of a side, so that a tick costs the same however many there are.
    private void handMarksToLots() {
        for (Lot lot : lots) {
            lot.marks.add(lot.side == Side.BUY ? longMarks : shortMarks);
        }
        longMarks.clear();
        shortMarks.clear();
    }

    /// Takes in an execution.
    ///
    /// @param ticket the order whose position it closes where positions are kept apart; 0 if it opens one
    void add(Lot arriving, long ticket) {
        handMarksToLots();
        if (mode == AccountMode.NETTING) {
            closeFirst(arriving);
        } else if (ticket != 0) {
            closeTicket(ticket, arriving);
        }
        if (arriving.quantity > 0) {
            lots.addLast(arriving);
            hold(arriving.side, arriving.quantity);
        }
    }

    private void closeFirst(Lot arriving) {
        while (arriving.quantity > 0 && !lots.isEmpty() && lots.getFirst().side != arriving.side) {
            Lot open = lots.getFirst();
            closePart(open, arriving);
            if (open.quantity == 0) {
                lots.removeFirst();
            }
        }
    }

    private void closeTicket(long ticket, Lot arriving) {
        for (Lot open : lots) {
            if (open.ticket == ticket && open.side != arriving.side && arriving.quantity > 0) {
                closePart(open, arriving);
            }
        }
        lots.removeIf(lot -> lot.quantity == 0);
    }

    private void closePart(Lot open, Lot arriving) {
        long quantity = Math.min(open.quantity, arriving.quantity);
        Lot entry = open.take(quantity);
        hold(entry.side, -quantity);
        onClosed.accept(entry, arriving.take(quantity));
    }

    private void hold(Side side, long quantity) {
        if (side == Side.BUY) {
            longQuantity = Math.addExact(longQuantity, quantity);
        } else {
            shortQuantity = Math.addExact(shortQuantity, quantity);
        }
    }

    /// Returns the lots, oldest first.
    Iterable<Lot> all() {
        return lots;
    }

    long position() {
        return longQuantity - shortQuantity;
    }

    long longQuantity() {
        return longQuantity;
    }

    long shortQuantity() {
        return shortQuantity;
    }

    long quantity(Side side) {
        return side == Side.BUY ? longQuantity : shortQuantity;
    }

    boolean isEmpty() {
        return longQuantity == 0 && shortQuantity == 0;
    }

    long quantity(Side side, long ticket) {
        long quantity = 0;
        for (Lot lot : lots) {
            quantity += lot.ticket == ticket && lot.side == side ? lot.quantity : 0;
        }
        return quantity;
    }

    List<OpenPosition> positions() {
        return lots.stream()
                .map(lot -> new OpenPosition(lot.ticket, lot.side, lot.quantity, lot.timeNs, lot.price))
                .toList();
    }
}
