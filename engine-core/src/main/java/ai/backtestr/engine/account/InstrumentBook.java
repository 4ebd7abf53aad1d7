package ai.backtestr.engine.account;

import ai.backtestr.engine.currency.Conversion;
import ai.backtestr.engine.instrument.ContractValue;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.tick.PriceRange;
import java.math.BigDecimal;
import java.util.List;

/// One instrument of an account that holds several: what is held of it, and what came of it in the account's
/// currency. Engine thread only.
///
/// Profit and swap arise in the instrument's quote currency, as [ai.backtestr.engine.number.Money], and are
/// converted when they are booked, at the rate known then, never again. Commission is in the account's currency
/// already. What is open is converted anew whenever it is asked for, all of the instrument as one amount.
public final class InstrumentBook implements Holdings {
    private final SharedAccount account;
    private final Instrument instrument;
    private final ContractValue value;
    private final Conversion conversion;
    private final Lots lots;
    private long longCost;
    private long shortCost;
    private long realised;
    private long fees;
    private long slippage;
    private long swap;
    private long nowNs;

    InstrumentBook(SharedAccount account, Instrument instrument, Conversion conversion, AccountMode mode) {
        this.account = account;
        this.instrument = instrument;
        this.conversion = conversion;
        value = new ContractValue(instrument);
        lots = new Lots(mode, this::close);
    }

    /// Returns the instrument.
    public Instrument instrument() {
        return instrument;
    }

    /// Returns how its quote currency becomes the account's.
    public Conversion conversion() {
        return conversion;
    }

    /// Books an execution.
    public void book(Fill fill) {
        nowNs = fill.timeNs();
        long notional = notional(fill.price(), fill.quantity());
        fees = Math.addExact(fees, fill.fee());
        slippage = Math.addExact(slippage, conversion.worth(fill.slippage()));
        account.add(-fill.fee());
        Lot arriving = new Lot(fill, notional);
        lots.add(arriving, fill.ticket());
        if (arriving.quantity > 0) {
            addCost(arriving.side, arriving.notional);
        }
    }

    private void addCost(Side side, long notional) {
        if (side == Side.BUY) {
            longCost = Math.addExact(longCost, notional);
        } else {
            shortCost = Math.addExact(shortCost, notional);
        }
    }

    private void close(Lot entry, Lot exit) {
        addCost(entry.side, -entry.notional);
        long earned = conversion.booked(entry.side.sign() * (exit.notional - entry.notional), nowNs);
        realised = Math.addExact(realised, earned);
        account.add(earned);
        account.add(entry.trade(exit, account.trades().size() + 1, earned), conversion.middle(), value);
    }

    @Override
    public void bookSwap(SwapModel model, int days, Market market) {
        for (Lot lot : lots.all()) {
            BigDecimal units = FixedPoint.toDecimal(lot.quantity, instrument.quantityScale());
            long worth = notional(market.markPrice(lot.side.sign()), lot.quantity);
            long amount = conversion.booked(model.on(lot.side, units, worth, days), market.timeNs());
            lot.swap = Math.addExact(lot.swap, amount);
            swap = Math.addExact(swap, amount);
            account.add(amount);
        }
    }

    /// Takes in what closing what is held would get on a tick, for the excursions of trades.
    public void onMark(Market market) {
        lots.onMark(market);
    }

    /// Takes in the ranges of what a seller got and a buyer paid over a stretch of ticks, likewise.
    public void onMarks(PriceRange sells, PriceRange buys) {
        lots.onMarks(Side.BUY, sells);
        lots.onMarks(Side.SELL, buys);
    }

    /// Returns price times quantity times contract size, in the quote currency.
    public long notional(long price, long quantity) {
        return value.of(price, quantity);
    }

    /// Returns what is open of profit before fees and swap, in the account's currency, if it were closed now.
    public long openProfit(Market market) {
        long open = 0;
        if (lots.longQuantity() != 0) {
            open = notional(market.takerPrice(Side.SELL), lots.longQuantity()) - longCost;
        }
        if (lots.shortQuantity() != 0) {
            open += shortCost - notional(market.takerPrice(Side.BUY), lots.shortQuantity());
        }
        return conversion.earned(open);
    }

    /// Returns what [#openProfit(Market)] is at least over a stretch of ticks, or where not `least` at most: by the
    /// worst, or the best, of the prices that closing it would get, and of the rates.
    ///
    /// @param sell the lowest, or highest, that a seller gets
    /// @param buy the highest, or lowest, that a buyer pays
    public long openProfit(long sell, long buy, boolean least) {
        long open = 0;
        if (lots.longQuantity() != 0) {
            open = notional(sell, lots.longQuantity()) - longCost;
        }
        if (lots.shortQuantity() != 0) {
            open += shortCost - notional(buy, lots.shortQuantity());
        }
        return least ? conversion.leastEarned(open) : conversion.mostEarned(open);
    }

    /// Returns what [#exposure] is at most over a stretch of ticks on which nobody gets or pays more than this.
    public long mostExposure(long sell, long buy) {
        long longs = lots.longQuantity() == 0 ? 0 : notional(sell, lots.longQuantity());
        long shorts = lots.shortQuantity() == 0 ? 0 : notional(buy, lots.shortQuantity());
        return conversion.mostWorth(Math.max(longs, shorts));
    }

    /// Returns what an open position stands at, before fees and swap, in the account's currency.
    public long openProfit(OpenPosition open, Market market) {
        long price = market.takerPrice(open.side().opposite());
        long earned = notional(price, open.quantity()) - notional(open.entryPrice(), open.quantity());
        return conversion.earned(open.side().sign() * earned);
    }

    /// Returns what is held is worth in the account's currency at what closing it would get; of long and short, the
    /// larger.
    public long exposure(Market market) {
        long longs = lots.longQuantity() == 0 ? 0 : notional(market.takerPrice(Side.SELL), lots.longQuantity());
        long shorts = lots.shortQuantity() == 0 ? 0 : notional(market.takerPrice(Side.BUY), lots.shortQuantity());
        return conversion.worth(Math.max(longs, shorts));
    }

    @Override
    public AccountMode mode() {
        return lots.mode();
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
    public long quantity(Side side, long ticket) {
        return lots.quantity(side, ticket);
    }

    @Override
    public boolean hasPosition() {
        return !lots.isEmpty();
    }

    @Override
    public List<OpenPosition> positions() {
        return lots.positions();
    }

    /// Returns what price differences of closed trades came to, in the account's currency, before fees and swap.
    public long realised() {
        return realised;
    }

    /// Returns all commission paid, in the account's currency.
    public long fees() {
        return fees;
    }

    /// Returns what slippage cost, in the account's currency; it is in the prices already.
    public long slippage() {
        return slippage;
    }

    /// Returns what holding it over night earned, in the account's currency.
    public long swap() {
        return swap;
    }
}
