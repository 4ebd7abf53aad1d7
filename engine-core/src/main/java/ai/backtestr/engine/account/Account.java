package ai.backtestr.engine.account;

import ai.backtestr.engine.instrument.ContractValue;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.Side;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/// Cash and what is held of one instrument. Engine thread only.
///
/// Buying takes the price of what was bought out of the cash and selling adds it, fees come off, and equity is the
/// cash plus the position at its mark. What is held is a queue of lots. Netted, what is bought closes what was
/// sold, first in, first out; kept apart, an execution closes lots of the ticket it names and otherwise opens one.
/// What a lot cost, paid and earned is split between partial closings so that the parts add up to the whole: the
/// profits of all trades plus the open profit equal the change of equity to the last unit.
public final class Account {
    private final AccountMode mode;
    private final ContractValue value;
    private final int quantityScale;
    private final long startingCash;
    private final Deque<Lot> lots = new ArrayDeque<>();
    private final List<Trade> trades = new ArrayList<>();
    private long cash;
    private long longQuantity;
    private long shortQuantity;
    private long fees;
    private long slippage;
    private long swap;
    private long closedProfit;
    private final MarkRange longMarks = new MarkRange();
    private final MarkRange shortMarks = new MarkRange();

    /// Opens a netting account with `startingCash`, as [Money], in the instrument's quote currency.
    public Account(Instrument instrument, long startingCash) {
        this(instrument, startingCash, AccountMode.NETTING);
    }

    /// Opens an account with `startingCash`, as [Money], in the instrument's quote currency.
    public Account(Instrument instrument, long startingCash, AccountMode mode) {
        this.mode = mode;
        this.quantityScale = instrument.quantityScale();
        this.value = new ContractValue(instrument);
        this.startingCash = startingCash;
        this.cash = startingCash;
    }

    /// Takes in what closing what is held would get on a tick, for the excursions of trades.
    public void onMark(Market market) {
        if (longQuantity != 0) {
            longMarks.add(market.takerPrice(Side.SELL));
        }
        if (shortQuantity != 0) {
            shortMarks.add(market.takerPrice(Side.BUY));
        }
    }

    /// Takes in the lowest and the highest price at which what is held, of one side alone, could have been closed
    /// over a stretch of ticks.
    public void onMarks(long lowest, long highest) {
        MarkRange marks = longQuantity != 0 ? longMarks : shortMarks;
        marks.add(lowest);
        marks.add(highest);
    }

    /// The range is kept once for all lots of a side, so that a tick costs the same however many there are.
    private void handMarksToLots() {
        for (Lot lot : lots) {
            lot.marks.add(lot.side == Side.BUY ? longMarks : shortMarks);
        }
        longMarks.clear();
        shortMarks.clear();
    }

    /// Books an execution.
    public void book(Fill fill) {
        handMarksToLots();
        long notional = notional(fill.price(), fill.quantity());
        cash = Math.subtractExact(cash, fill.side().sign() * notional);
        cash = Math.subtractExact(cash, fill.fee());
        fees = Math.addExact(fees, fill.fee());
        slippage = Math.addExact(slippage, fill.slippage());
        Lot arriving = new Lot(
                fill.orderId(), fill.side(), fill.quantity(), fill.timeNs(), fill.price(), notional, fill.fee(), 0);
        if (mode == AccountMode.NETTING) {
            closeFirst(arriving);
        } else if (fill.ticket() != 0) {
            closeTicket(fill.ticket(), arriving);
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
        Trade trade = close(open.take(quantity), arriving.take(quantity));
        hold(trade.side(), -quantity);
        closedProfit = Math.addExact(closedProfit, trade.profit());
        trades.add(trade);
    }

    private void hold(Side side, long quantity) {
        if (side == Side.BUY) {
            longQuantity = Math.addExact(longQuantity, quantity);
        } else {
            shortQuantity = Math.addExact(shortQuantity, quantity);
        }
    }

    /// Books what holding the position for that many days earns, lot by lot.
    void bookSwap(SwapModel model, int days, Market market) {
        for (Lot lot : lots) {
            long price = market.markPrice(lot.side.sign());
            BigDecimal units = FixedPoint.toDecimal(lot.quantity, quantityScale);
            long amount = model.on(lot.side, units, notional(price, lot.quantity), days);
            lot.swap = Math.addExact(lot.swap, amount);
            swap = Math.addExact(swap, amount);
            cash = Math.addExact(cash, amount);
        }
    }

    private Trade close(Lot entry, Lot exit) {
        long tradeFees = entry.fee + exit.fee;
        long profit = entry.side.sign() * (exit.notional - entry.notional) - tradeFees + entry.swap;
        entry.marks.add(exit.price);
        return new Trade(
                trades.size() + 1,
                entry.side,
                entry.quantity,
                entry.timeNs,
                entry.price,
                exit.timeNs,
                exit.price,
                tradeFees,
                profit,
                entry.swap,
                entry.ticket,
                entry.marks.lowest(),
                entry.marks.highest());
    }

    /// Returns price times quantity times contract size as [Money].
    public long notional(long price, long quantity) {
        return value.of(price, quantity);
    }

    /// Returns the cash the account was opened with.
    public long startingCash() {
        return startingCash;
    }

    /// Returns the cash, as [Money]; while short, it includes what the sale brought in.
    public long cash() {
        return cash;
    }

    /// Returns the quantity held: above 0 long, below 0 short, at the instrument's quantity scale. Where positions
    /// are kept apart, the difference of what is held long and short.
    public long position() {
        return longQuantity - shortQuantity;
    }

    /// Returns the quantity held of that side, not below 0.
    public long quantity(Side side) {
        return side == Side.BUY ? longQuantity : shortQuantity;
    }

    /// Tells whether anything is held.
    public boolean hasPosition() {
        return longQuantity != 0 || shortQuantity != 0;
    }

    /// Tells whether both long and short positions are held.
    public boolean isHedged() {
        return longQuantity != 0 && shortQuantity != 0;
    }

    /// Returns how much is held on `side` by order `ticket`.
    public long quantity(Side side, long ticket) {
        long quantity = 0;
        for (Lot lot : lots) {
            quantity += lot.ticket == ticket && lot.side == side ? lot.quantity : 0;
        }
        return quantity;
    }

    /// Returns what is held, oldest first.
    public List<OpenPosition> positions() {
        return lots.stream()
                .map(lot -> new OpenPosition(lot.ticket, lot.side, lot.quantity, lot.timeNs, lot.price))
                .toList();
    }

    /// Returns how executions add up to positions.
    public AccountMode mode() {
        return mode;
    }

    /// Returns all commission paid.
    public long fees() {
        return fees;
    }

    /// Returns what slippage cost, which the prices of the executions hold already.
    public long slippage() {
        return slippage;
    }

    /// Returns what holding positions over night earned, or cost where it is below 0.
    public long swap() {
        return swap;
    }

    /// Returns cash plus the position at `markPrice`.
    public long equity(long markPrice) {
        long position = position();
        return position == 0 ? cash : Math.addExact(cash, notional(markPrice, position));
    }

    /// Returns cash plus what is held at what closing it now would get.
    public long equity(Market market) {
        long equity = cash;
        if (longQuantity != 0) {
            equity = Math.addExact(equity, notional(market.takerPrice(Side.SELL), longQuantity));
        }
        if (shortQuantity != 0) {
            equity = Math.subtractExact(equity, notional(market.takerPrice(Side.BUY), shortQuantity));
        }
        return equity;
    }

    /// Returns what all that is held is worth at what closing it now would get; of long and short, the larger.
    public long exposure(Market market) {
        long longs = longQuantity == 0 ? 0 : notional(market.takerPrice(Side.SELL), longQuantity);
        long shorts = shortQuantity == 0 ? 0 : notional(market.takerPrice(Side.BUY), shortQuantity);
        return Math.max(longs, shorts);
    }

    /// Returns what the open position earned so far at `markPrice`, after the fees of its entry.
    public long openProfit(long markPrice) {
        return equity(markPrice) - startingCash - closedProfit;
    }

    /// Returns the trades closed so far, oldest first; a view that grows.
    public List<Trade> trades() {
        return Collections.unmodifiableList(trades);
    }

    /// A quantity bought or sold at one price, and what is left of it.
    private static final class Lot {
        final long ticket;
        final Side side;
        final long timeNs;
        final long price;
        final MarkRange marks = new MarkRange();
        long quantity;
        long notional;
        long fee;
        long swap;

        Lot(long ticket, Side side, long quantity, long timeNs, long price, long notional, long fee, long swap) {
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
            Lot taken = new Lot(
                    ticket, side, part, timeNs, price, share(notional, part), share(fee, part), share(swap, part));
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
    }
}
