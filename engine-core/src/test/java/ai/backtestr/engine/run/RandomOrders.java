package ai.backtestr.engine.run;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.order.AtrRange;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.OrderType;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.order.Trail;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes up ticks and orders near their prices.
public final class RandomOrders {
    /// What stops trail by, and slippage is a share of.
    public static final AtrRange RANGE = new AtrRange(Timeframe.parse("10s"), 3);

    private final Random random;

    public RandomOrders(Random random) {
        this.random = random;
    }

    /// Quotes that walk, at times jump, cross, stand still, and share their time.
    @SuppressWarnings("exports") // tests are exported to nobody
    public List<Tick> quotes(int count) {
        return quotes(count, "2024-03-05T12:00");
    }

    /// As above, from `start` on.
    List<Tick> quotes(int count, String start) {
        List<Tick> ticks = new ArrayList<>();
        long timeNs = Times.parse(start);
        long bid = 10_000;
        for (int i = 0; i < count; i++) {
            timeNs += random.nextInt(4) == 0 ? 0 : random.nextLong(2 * Times.SECOND_NS);
            bid += random.nextInt(40) == 0 ? random.nextInt(81) - 40 : random.nextInt(7) - 3;
            long ask = bid + random.nextInt(6) - (random.nextInt(20) == 0 ? 3 : 0);
            ticks.add(RecordedTicks.quote(timeNs, bid, ask, random.nextInt(12), random.nextInt(12)));
        }
        return ticks;
    }

    /// The same quotes with trades at or near them between.
    List<Tick> withTrades(List<Tick> quotes) {
        byte[] takers = {0, TickFlags.AGGRESSOR_BUY, TickFlags.AGGRESSOR_SELL};
        List<Tick> ticks = new ArrayList<>();
        for (Tick quote : quotes) {
            ticks.add(quote);
            while (random.nextInt(3) == 0) {
                long price = (random.nextBoolean() ? quote.bid() : quote.ask()) + random.nextInt(3) - 1;
                long size = random.nextInt(10);
                ticks.add(RecordedTicks.trade(quote.timeNs(), price, size, takers[random.nextInt(takers.length)]));
            }
        }
        return ticks;
    }

    /// An order of any type with prices near `price`, and any time in force that starts at `nowNs`.
    public OrderRequest order(long price, long nowNs) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        OrderRequest request = typed(side, 1 + random.nextInt(20), price);
        return switch (random.nextInt(8)) {
            case 0 -> request.immediateOrCancel();
            case 1 -> request.fillOrKill();
            case 2 -> request.goodTill(nowNs + 1 + random.nextLong(60 * Times.SECOND_NS));
            case 3 -> request.day();
            default -> request;
        };
    }

    /// As above, but none that trails by an average true range, nor for the open or the close: the reference for long
    /// runs knows neither.
    OrderRequest plain(long price, long nowNs) {
        OrderRequest request = order(price, nowNs);
        while (!isPlain(request)) {
            request = order(price, nowNs);
        }
        return request;
    }

    private static boolean isPlain(OrderRequest request) {
        boolean forSession = request.type() == OrderType.MARKET_ON_OPEN || request.type() == OrderType.MARKET_ON_CLOSE;
        return !forSession && (request.trail() == null || request.trail().range() == null);
    }

    private OrderRequest typed(Side side, long quantity, long price) {
        long near = price + random.nextInt(41) - 20;
        long other = near + random.nextInt(11) - 5;
        return switch (random.nextInt(13)) {
            case 0 -> OrderRequest.market(side, quantity);
            case 12 ->
                random.nextBoolean()
                        ? OrderRequest.marketOnOpen(side, quantity)
                        : OrderRequest.marketOnClose(side, quantity);
            case 1, 2 -> OrderRequest.limit(side, quantity, near);
            case 3 -> OrderRequest.stop(side, quantity, near);
            case 4 -> OrderRequest.stopLimit(side, quantity, near, other);
            case 5 -> OrderRequest.marketIfTouched(side, quantity, near);
            case 6 -> OrderRequest.limitIfTouched(side, quantity, near, other);
            case 7 -> OrderRequest.trailingStop(side, quantity, 1 + random.nextInt(15));
            case 8 -> OrderRequest.trailingStopPercent(side, quantity, new BigDecimal("0.1"));
            case 9 -> OrderRequest.trailingStop(side, quantity, Trail.atr(RANGE, new BigDecimal("1.5")));
            case 10 ->
                OrderRequest.trailingStopLimit(
                        side, quantity, Trail.atr(RANGE, new BigDecimal("0.7")), random.nextInt(5));
            default ->
                OrderRequest.trailingStopLimit(
                        side, quantity, new Trail.Offset(1 + random.nextInt(15)), random.nextInt(5));
        };
    }
}
