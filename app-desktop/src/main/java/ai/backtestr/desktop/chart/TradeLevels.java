package ai.backtestr.desktop.chart;

import ai.backtestr.engine.account.OpenPosition;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderPrices;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.RunState;
import ai.backtestr.render.chart.PriceLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The prices that count for a position, as a chart draws them.
public final class TradeLevels {
    private TradeLevels() {}

    /// Returns the stops and targets under which a trade of a run stood: of the orders of the other side that
    /// waited while it was open, each from when both were there until it ended or the trade was closed, at each of
    /// the prices that it was changed to. Where a trailing stop went on its way is not recorded: it has a line at
    /// where it had come to at last. How far the price went against the trade and in its favour, MAE and MFE, are
    /// levels too, from its entry to its exit, where it went at all.
    ///
    /// @param index place of the trade in the run
    public static List<PriceLevel> of(BacktestResult result, int index) {
        List<PriceLevel> levels = new ArrayList<>();
        if (index >= 0 && index < result.trades().size()) {
            Trade trade = result.trades().get(index);
            addExcursions(levels, trade, result.instrumentOf(trade.ticket()));
            for (OrderLife life : result.orders()) {
                Instrument instrument = result.instrumentOf(trade.ticket());
                boolean isOther = life.order().side() != trade.side()
                        && result.instrumentOf(life.order().id()).equals(instrument);
                long ticket = life.order().request().ticket();
                if (isOther && (ticket == 0 || ticket == trade.ticket())) {
                    add(levels, life, trade.entryNs(), trade.exitNs(), trade.side(), trade.entryPrice(), instrument);
                }
            }
        }
        return levels;
    }

    private static void addExcursions(List<PriceLevel> levels, Trade trade, Instrument instrument) {
        boolean isLong = trade.side() == Side.BUY;
        if (trade.adverseExcursion() > 0) {
            long price = isLong ? trade.lowestPrice() : trade.highestPrice();
            levels.add(excursion(PriceLevel.Kind.ADVERSE, "MAE ", price, trade, instrument));
        }
        if (trade.favourableExcursion() > 0) {
            long price = isLong ? trade.highestPrice() : trade.lowestPrice();
            levels.add(excursion(PriceLevel.Kind.FAVOURABLE, "MFE ", price, trade, instrument));
        }
    }

    private static PriceLevel excursion(
            PriceLevel.Kind kind, String name, long price, Trade trade, Instrument instrument) {
        return new PriceLevel(
                kind,
                trade.entryNs(),
                trade.exitNs(),
                FixedPoint.toDouble(price, instrument.priceScale()),
                name + instrument.formatPrice(price));
    }

    private static void add(
            List<PriceLevel> levels,
            OrderLife life,
            long openedNs,
            long closedNs,
            Side held,
            long entryPrice,
            Instrument instrument) {
        long fromNs = Math.max(openedNs, life.order().placedNs());
        long toNs = Math.min(closedNs, endNs(life));
        OrderRequest request = life.order().request();
        boolean trails = request.trail() != null;
        long price = trails
                ? life.last().first()
                : request.triggerPrice() > 0 ? request.triggerPrice() : request.limitPrice();
        for (OrderPrices change : life.changes()) {
            if (!trails) {
                addLine(levels, fromNs, Math.min(toNs, change.sinceNs()), price, held, entryPrice, instrument, trails);
                fromNs = Math.max(fromNs, change.sinceNs());
                price = change.first();
            }
        }
        addLine(levels, fromNs, toNs, price, held, entryPrice, instrument, trails);
    }

    private static long endNs(OrderLife life) {
        return life.events().stream()
                .filter(event -> event.kind().isEnd())
                .mapToLong(OrderEvent::timeNs)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static void addLine(
            List<PriceLevel> levels,
            long fromNs,
            long toNs,
            long price,
            Side held,
            long entryPrice,
            Instrument instrument,
            boolean trails) {
        if (price > 0 && fromNs < toNs) {
            boolean isTarget = (price > entryPrice) == (held == Side.BUY) && !trails;
            String words = trails ? "Trailing stop " : isTarget ? "Target " : "Stop ";
            levels.add(new PriceLevel(
                    isTarget ? PriceLevel.Kind.TARGET : PriceLevel.Kind.STOP,
                    fromNs,
                    toNs,
                    FixedPoint.toDouble(price, instrument.priceScale()),
                    words + instrument.formatPrice(price)));
        }
    }

    /// Returns what a run holds at the moment, at its average price and with its open profit before fees.
    public static List<PriceLevel> held(RunState state, Instrument instrument) {
        List<PriceLevel> levels = new ArrayList<>();
        for (Side side : Side.values()) {
            List<OpenPosition> held =
                    state.positions().stream().filter(one -> one.side() == side).toList();
            if (!held.isEmpty()) {
                levels.add(position(held, side, state, instrument));
            }
        }
        return levels;
    }

    private static PriceLevel position(List<OpenPosition> held, Side side, RunState state, Instrument instrument) {
        long quantity = held.stream().mapToLong(OpenPosition::quantity).sum();
        BigDecimal average = average(held);
        long closing = side == Side.BUY ? state.bid() : state.ask();
        BigDecimal points = BigDecimal.valueOf(closing).subtract(average);
        BigDecimal profit = (side == Side.BUY ? points : points.negate())
                .multiply(BigDecimal.valueOf(quantity))
                .multiply(instrument.contract().contractSize())
                .movePointLeft(instrument.priceScale() + instrument.quantityScale());
        String label = (side == Side.BUY ? "Long " : "Short ") + instrument.shortQuantity(quantity) + " @ "
                + average.movePointLeft(instrument.priceScale())
                        .setScale(instrument.priceScale(), RoundingMode.HALF_EVEN)
                        .toPlainString()
                + String.format(Locale.ROOT, "  %+,.2f ", profit) + instrument.quoteCurrency();
        return new PriceLevel(
                side == Side.BUY ? PriceLevel.Kind.LONG : PriceLevel.Kind.SHORT,
                held.getFirst().entryNs(),
                Long.MAX_VALUE,
                average.movePointLeft(instrument.priceScale()).doubleValue(),
                label);
    }

    /// Returns the average price, at the price scale, to eight more digits.
    private static BigDecimal average(List<OpenPosition> held) {
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal quantity = BigDecimal.ZERO;
        for (OpenPosition one : held) {
            BigDecimal part = BigDecimal.valueOf(one.quantity());
            quantity = quantity.add(part);
            value = value.add(part.multiply(BigDecimal.valueOf(one.entryPrice())));
        }
        return value.divide(quantity, 8, RoundingMode.HALF_EVEN);
    }
}
