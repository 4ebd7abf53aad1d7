package ai.backtestr.engine.run;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.OrderType;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.order.TimeInForce;
import ai.backtestr.engine.order.Trail;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Order matching written the obvious way, without the engine: on each tick it looks at every order anew, and works
/// out a trailing stop from all the ticks that the order has met. Knows single orders of every type, without an
/// account.
final class SlowMatcher {
    /// What is done on tick `placed`, from 0, and when it is cancelled; `cancelled` below 0 is never.
    record Planned(int placed, OrderRequest request, int cancelled) {}

    /// What was bought or sold on tick `tick`, from 0; below 0 for a sale.
    record Execution(int tick, long quantity, long price) {}

    private final List<Tick> ticks;
    private final long latencyNs;
    private final boolean through;
    private final boolean quotedSize;
    private final long slippage;
    private final @Nullable String queue;
    private final List<@Nullable BigDecimal> ranges = new ArrayList<>();
    private final List<String> fills = new ArrayList<>();
    private final List<Execution> executions = new ArrayList<>();
    private long askLeft;
    private long bidLeft;

    SlowMatcher(List<Tick> ticks, long latencyNs, boolean through, boolean quotedSize, long slippage) {
        this(ticks, latencyNs, through, quotedSize, slippage, null);
    }

    /// Fills limits by their place in the queue.
    SlowMatcher(List<Tick> ticks, String queue, boolean quotedSize) {
        this(ticks, 0, false, quotedSize, 0, queue);
    }

    private SlowMatcher(
            List<Tick> ticks,
            long latencyNs,
            boolean through,
            boolean quotedSize,
            long slippage,
            @Nullable String queue) {
        this.queue = queue;
        this.ticks = ticks;
        this.latencyNs = latencyNs;
        this.through = through;
        this.quotedSize = quotedSize;
        this.slippage = slippage;
    }

    List<String> fills(List<Planned> plan) {
        if (plan.stream().anyMatch(planned -> trailsByRange(planned.request()))) {
            SlowRanges slow = new SlowRanges(ticks, 10 * Times.SECOND_NS, RandomOrders.RANGE);
            for (int i = 0; i < ticks.size(); i++) {
                ranges.add(slow.after(i));
            }
        }
        List<Waiting> orders = new ArrayList<>();
        int sent = 0;
        for (int i = 0; i < ticks.size(); i++) {
            Tick tick = ticks.get(i);
            while (sent < plan.size() && plan.get(sent).placed() < i) {
                orders.add(new Waiting(sent + 1, plan.get(sent)));
                sent++;
            }
            int now = i;
            if (i > 0) {
                closeBetween(orders, now);
            }
            orders.removeIf(order -> order.isOver(now, tick.timeNs()));
            if (tick.isTrade()) {
                tradeInQueues(orders, now, tick);
                continue;
            }
            askLeft = quotedSize && tick.askSize() > 0 ? tick.askSize() : Long.MAX_VALUE;
            bidLeft = quotedSize && tick.bidSize() > 0 ? tick.bidSize() : Long.MAX_VALUE;
            for (Waiting order : orders) {
                if (order.hasArrived(tick.timeNs())) {
                    order.meet(now, tick);
                }
            }
        }
        return fills;
    }

    /// The end of the first trading day that is not one of a weekend: 17:00 in New York, from Monday to Friday.
    private static long sessionEnd(long timeNs) {
        long endNs = TradingCalendar.FOREX.nextDayStart(timeNs);
        while (weekday(endNs) == DayOfWeek.SATURDAY || weekday(endNs) == DayOfWeek.SUNDAY) {
            endNs = TradingCalendar.FOREX.nextDayStart(endNs);
        }
        return endNs;
    }

    /// The next 17:00 in New York from Sunday to Thursday.
    private static long opening(long timeNs) {
        long openNs = TradingCalendar.FOREX.nextDayStart(timeNs);
        while (!isInSession(openNs)) {
            openNs = TradingCalendar.FOREX.nextDayStart(openNs);
        }
        return openNs;
    }

    private static boolean isInSession(long timeNs) {
        DayOfWeek begun = weekday(TradingCalendar.FOREX.dayStart(timeNs));
        return begun != DayOfWeek.FRIDAY && begun != DayOfWeek.SATURDAY;
    }

    private static DayOfWeek weekday(long timeNs) {
        return Times.instant(timeNs).atZone(TradingCalendar.FOREX.zone()).getDayOfWeek();
    }

    /// Executes orders for the close at tick `index - 1`, the last before the end of the trading day, if it ended by
    /// tick `index`.
    private void closeBetween(List<Waiting> orders, int index) {
        Tick last = ticks.get(index - 1);
        long closeNs = sessionEnd(last.timeNs());
        if (closeNs <= ticks.get(index).timeNs()) {
            orders.removeIf(order -> order.isOverAt(index, closeNs - 1, closeNs));
            for (Waiting order : orders) {
                if (order.request.type() == OrderType.MARKET_ON_CLOSE
                        && order.firstMet >= 0
                        && isInSession(last.timeNs())) {
                    order.take(index - 1, closeNs, order.priceOn(last), Long.MIN_VALUE);
                    order.done = true;
                }
            }
        }
    }

    private void tradeInQueues(List<Waiting> orders, int index, Tick trade) {
        long left = quotedSize && trade.bidSize() > 0 ? trade.bidSize() : Long.MAX_VALUE;
        long own = 0;
        for (Waiting order : orders) {
            if (order.rests && !order.done) {
                long filled = order.trade(index, trade, left, own);
                left -= filled;
                own += trade.bid() == order.limit ? filled : 0;
            }
        }
    }

    /// Returns what [#fills] found, once it has.
    List<Execution> executions() {
        return executions;
    }

    private static boolean trailsByRange(OrderRequest request) {
        return request.trail() != null && request.trail().range() != null;
    }

    private final class Waiting {
        final int id;
        final Planned planned;
        final OrderRequest request;
        final boolean buys;
        long left;
        int firstMet = -1;
        boolean triggered;
        boolean rests;
        boolean done;
        long trailLimit;
        long limit;
        final SlowQueue place = new SlowQueue(queue == null ? "conservative" : queue);

        Waiting(int id, Planned planned) {
            this.id = id;
            this.planned = planned;
            this.request = planned.request();
            this.buys = request.side() == Side.BUY;
            this.left = request.quantity();
        }

        boolean hasArrived(long timeNs) {
            return timeNs >= ticks.get(planned.placed()).timeNs() + latencyNs;
        }

        boolean isOver(int index, long timeNs) {
            return isOverAt(index, timeNs, timeNs);
        }

        /// Whether it has ended by `timeNs`, where its day is over only once `dayNs` is past.
        boolean isOverAt(int index, long timeNs, long dayNs) {
            boolean expired = request.timeInForce() == TimeInForce.GOOD_TILL_DATE && timeNs >= request.goodTillNs();
            boolean cancelled = planned.cancelled() >= 0
                    && index > planned.cancelled()
                    && timeNs >= ticks.get(planned.cancelled()).timeNs() + latencyNs;
            return done || expired || cancelled || (timeNs == dayNs && isDayOver(timeNs));
        }

        boolean isDayOver(long timeNs) {
            long arrivalNs = ticks.get(planned.placed()).timeNs() + latencyNs;
            return request.timeInForce() == TimeInForce.DAY && timeNs >= sessionEnd(arrivalNs);
        }

        long priceOn(Tick tick) {
            return buys ? Math.max(tick.bid(), tick.ask()) : Math.min(tick.bid(), tick.ask());
        }

        /// Below 0 where `a` is better for this side than `b`.
        long worse(long a, long b) {
            return buys ? a - b : b - a;
        }

        void meet(int index, Tick tick) {
            boolean first = firstMet < 0;
            if (first) {
                firstMet = index;
            }
            if (first && trailsByRange(request) && ranges.get(index - 1) == null) {
                done = true;
                return;
            }
            if (request.type() == OrderType.MARKET_ON_CLOSE) {
                return;
            }
            if (request.type() == OrderType.MARKET_ON_OPEN && !hasOpened(tick)) {
                firstMet = -1;
                return;
            }
            long price = priceOn(tick);
            boolean now = first;
            if (!triggered) {
                if (!reached(index, price, first)) {
                    return;
                }
                triggered = true;
                now = true;
            }
            switch (request.type()) {
                case MARKET, MARKET_ON_OPEN, MARKET_ON_CLOSE, STOP, MARKET_IF_TOUCHED, TRAILING_STOP ->
                    take(index, tick.timeNs(), price, Long.MIN_VALUE);
                case LIMIT, STOP_LIMIT, LIMIT_IF_TOUCHED -> limit(index, tick, price, request.limitPrice(), now);
                case TRAILING_STOP_LIMIT -> limit(index, tick, price, trailLimit, now);
            }
            if (request.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL
                    || request.timeInForce() == TimeInForce.FILL_OR_KILL) {
                done = true;
            }
        }

        boolean hasOpened(Tick tick) {
            long arrivalNs = ticks.get(planned.placed()).timeNs() + latencyNs;
            return tick.timeNs() >= opening(arrivalNs) && isInSession(tick.timeNs());
        }

        boolean reached(int index, long price, boolean first) {
            return switch (request.type()) {
                case MARKET, MARKET_ON_OPEN, MARKET_ON_CLOSE, LIMIT -> true;
                case STOP, STOP_LIMIT -> worse(price, request.triggerPrice()) >= 0;
                case MARKET_IF_TOUCHED, LIMIT_IF_TOUCHED -> worse(price, request.triggerPrice()) <= 0;
                case TRAILING_STOP, TRAILING_STOP_LIMIT -> !first && isBehind(index, price);
            };
        }

        boolean isBehind(int index, long price) {
            long best = priceOn(ticks.get(firstMet));
            long stop = tighter(stop(best, firstMet - 1), stop(best, firstMet));
            for (int i = firstMet + 1; i < index; i++) {
                if (ticks.get(i).isTrade()) {
                    continue;
                }
                best = worse(priceOn(ticks.get(i)), best) < 0 ? priceOn(ticks.get(i)) : best;
                stop = tighter(stop, tighter(stop(best, i - 1), stop(best, i)));
            }
            trailLimit = stop + (buys ? 1 : -1) * request.limitOffset();
            return worse(price, stop) >= 0;
        }

        long tighter(long a, long b) {
            return worse(a, b) < 0 ? a : b;
        }

        /// The stop behind `best` by the range as it was after tick `known`.
        long stop(long best, int known) {
            Trail trail = Objects.requireNonNull(request.trail());
            return best + (buys ? 1 : -1) * trail.distance(best, range -> ranges.get(known));
        }

        void limit(int index, Tick tick, long price, long limit, boolean now) {
            this.limit = limit;
            boolean within = worse(price, limit) <= 0;
            if (!rests && !within) {
                rests = true;
                see(tick);
            } else if (!rests) {
                if (now && request.postOnly()) {
                    done = true;
                    return;
                }
                take(index, tick.timeNs(), price, limit);
            } else if (queue != null && within) {
                place.see(0);
                fill(index, tick.timeNs(), limit, true);
            } else if (queue != null) {
                see(tick);
            } else if (within && !(through && price == limit)) {
                fill(index, tick.timeNs(), through ? limit : price, true);
            }
        }

        /// Looks at the queue at its price, if the quote shows it.
        void see(Tick tick) {
            long best = buys ? tick.bid() : tick.ask();
            long size = buys ? tick.bidSize() : tick.askSize();
            if (tick.bid() > tick.ask()) {
                return;
            }
            if (best == limit && size > 0) {
                place.see((double) size);
            } else if (best != limit && worse(limit, best) > 0) {
                place.see(0);
            }
        }

        long trade(int index, Tick trade, long left, long own) {
            long reached = 0;
            if (trade.bid() == limit) {
                boolean same = trade.taker() == (buys ? TickFlags.AGGRESSOR_BUY : TickFlags.AGGRESSOR_SELL);
                reached = same ? 0 : place.trade(trade.bidSize()) - own;
            } else if (worse(trade.bid(), limit) < 0) {
                reached = Long.MAX_VALUE - own;
            }
            long most = Math.min(reached, left);
            if (most <= 0) {
                return 0;
            }
            long quantity = quotedSize ? Math.min(this.left, most) : this.left;
            execute(index, trade.timeNs(), quantity, limit, true);
            return quantity;
        }

        void take(int index, long timeNs, long price, long limit) {
            long slipped = Math.max(1, price + (buys ? slippage : -slippage));
            boolean beyond = limit != Long.MIN_VALUE && worse(slipped, limit) > 0;
            fill(index, timeNs, beyond ? limit : slipped, false);
        }

        void fill(int index, long timeNs, long price, boolean maker) {
            long quantity = Math.min(left, buys ? askLeft : bidLeft);
            if (quantity == 0 || (request.timeInForce() == TimeInForce.FILL_OR_KILL && quantity < left)) {
                return;
            }
            if (buys) {
                askLeft -= quantity;
            } else {
                bidLeft -= quantity;
            }
            execute(index, timeNs, quantity, price, maker);
        }

        void execute(int index, long timeNs, long quantity, long price, boolean maker) {
            left -= quantity;
            done = left == 0;
            executions.add(new Execution(index, buys ? quantity : -quantity, price));
            fills.add(
                    timeNs + " #" + id + " " + request.side() + " " + quantity + "x" + price + (maker ? " maker" : ""));
        }
    }
}
