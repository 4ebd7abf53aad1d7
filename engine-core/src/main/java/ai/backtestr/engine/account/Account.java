package ai.backtestr.engine.account;

import ai.backtestr.engine.instrument.ContractValue;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Cash and what is held of one instrument. Engine thread only.
///
/// Buying takes the price of what was bought out of the cash and selling adds it, fees come off, and equity is the
/// cash plus the position at its mark. What is held is a queue of lots. Netted, what is bought closes what was
/// sold, first in, first out; kept apart, an execution closes lots of the ticket it names and otherwise opens one.
/// What a lot cost, paid and earned is split between partial closings so that the parts add up to the whole: the
/// profits of all trades plus the open profit equal the change of equity to the last unit.
public final class Account implements Holdings, Books {
    private final ContractValue value;
    private final int quantityScale;
    private final long startingCash;
    private final Lots lots;
    private final List<Trade> trades = new ArrayList<>();
    private long cash;
    private long fees;
    private long slippage;
    private long swap;
    private long closedProfit;

    /// Opens a netting account with `startingCash`, as [Money], in the instrument's quote currency.
    public Account(Instrument instrument, long startingCash) {
        this(instrument, startingCash, AccountMode.NETTING);
    }

    /// Opens an account with `startingCash`, as [Money], in the instrument's quote currency.
    public Account(Instrument instrument, long startingCash, AccountMode mode) {
        this.lots = new Lots(mode, this::close);
        this.quantityScale = instrument.quantityScale();
        this.value = new ContractValue(instrument);
        this.startingCash = startingCash;
        this.cash = startingCash;
    }

    /// Takes in what closing what is held would get on a tick, for the excursions of trades.
    public void onMark(Market market) {
        lots.onMark(market);
    }

    /// Takes in the lowest and the highest price at which what is held, of one side alone, could have been closed
    /// over a stretch of ticks.
    public void onMarks(long lowest, long highest) {
        lots.onMarks(lowest, highest);
    }

    /// Books an execution.
    public void book(Fill fill) {
        long notional = notional(fill.price(), fill.quantity());
        cash = Math.subtractExact(cash, fill.side().sign() * notional);
        cash = Math.subtractExact(cash, fill.fee());
        fees = Math.addExact(fees, fill.fee());
        slippage = Math.addExact(slippage, fill.slippage());
        lots.add(new Lot(fill, notional), fill.ticket());
    }

    private void close(Lot entry, Lot exit) {
        Trade trade = entry.trade(exit, trades.size() + 1, entry.side.sign() * (exit.notional - entry.notional));
        closedProfit = Math.addExact(closedProfit, trade.profit());
        trades.add(trade);
    }

    @Override
    public void bookSwap(SwapModel model, int days, Market market) {
        for (Lot lot : lots.all()) {
            long price = market.markPrice(lot.side.sign());
            BigDecimal units = FixedPoint.toDecimal(lot.quantity, quantityScale);
            long amount = model.on(lot.side, units, notional(price, lot.quantity), days);
            lot.swap = Math.addExact(lot.swap, amount);
            swap = Math.addExact(swap, amount);
            cash = Math.addExact(cash, amount);
        }
    }

    /// Returns price times quantity times contract size as [Money].
    public long notional(long price, long quantity) {
        return value.of(price, quantity);
    }

    @Override
    public long worth(Trade trade, long price) {
        return notional(price, trade.quantity());
    }

    @Override
    public long startingCash() {
        return startingCash;
    }

    /// Returns the cash, as [Money]; while short, it includes what the sale brought in.
    public long cash() {
        return cash;
    }

    @Override
    public long position() {
        return lots.position();
    }

    @Override
    public long quantity(Side side) {
        return lots.quantity(side);
    }

    @Override
    public boolean hasPosition() {
        return !lots.isEmpty();
    }

    /// Tells whether both long and short positions are held.
    public boolean isHedged() {
        return lots.longQuantity() != 0 && lots.shortQuantity() != 0;
    }

    @Override
    public long quantity(Side side, long ticket) {
        return lots.quantity(side, ticket);
    }

    @Override
    public List<OpenPosition> positions() {
        return lots.positions();
    }

    @Override
    public AccountMode mode() {
        return lots.mode();
    }

    @Override
    public long fees() {
        return fees;
    }

    @Override
    public long slippage() {
        return slippage;
    }

    @Override
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
        long longQuantity = lots.longQuantity();
        long shortQuantity = lots.shortQuantity();
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
        long longQuantity = lots.longQuantity();
        long shortQuantity = lots.shortQuantity();
        long longs = longQuantity == 0 ? 0 : notional(market.takerPrice(Side.SELL), longQuantity);
        long shorts = shortQuantity == 0 ? 0 : notional(market.takerPrice(Side.BUY), shortQuantity);
        return Math.max(longs, shorts);
    }

    /// Returns what the open position earned so far at `markPrice`, after the fees of its entry.
    public long openProfit(long markPrice) {
        return equity(markPrice) - startingCash - closedProfit;
    }

    /// Returns the trades closed so far, oldest first; a view that grows.
    @Override
    public List<Trade> trades() {
        return Collections.unmodifiableList(trades);
    }
}
