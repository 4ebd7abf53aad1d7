package ai.backtestr.engine.order;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.tick.PriceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds the orders of a run and executes them on ticks. Engine thread only.
///
/// An order never meets the tick on which it was placed: the engine shows a tick to the orders before it shows it
/// to the strategy, and messages sent meanwhile are delivered on the next tick at the earliest. On each tick, in
/// this order:
///
/// 1. messages that have arrived are delivered and orders whose time is over expire, as their times follow each
///    other ([#onTime]);
/// 2. what is left meets the quote, in the order in which it reached the market ([#onQuote]).
///
/// What a fill brings about, such as cancelling the other exit of a bracket, happens at once and without latency;
/// exits that a fill sets free meet the next tick at the earliest.
///
/// `OrderArrivals` brings orders to the market, `OrderBook` holds them, `OrderFills` decides which are filled and
/// at which price, `FillBooking` books that, `OrderLinks` lets it have its effect on other orders, and `PriceWatch`
/// tells whether a quote needs any of this.
public final class OrderMatcher {
    private final ExecutionModel model;
    private final AverageRanges ranges;
    private final PriceWatch watch = new PriceWatch();
    private final OrderBook book;
    private final OrderLinks links;
    private final OrderArrivals arrivals;
    private final OrderFills fills;
    private final TradingCalendar calendar;
    private BarSessions bars;

    /// Executes by `model` at the cost of `commission`. Stops that trail by an average true range, and slippage
    /// that is a share of one, take it from `ranges`.
    public OrderMatcher(
            Instrument instrument,
            ExecutionModel model,
            CommissionModel commission,
            Executions executions,
            AverageRanges ranges) {
        this(instrument, model, commission, executions, ranges, new OrderNumbers());
    }

    /// As above, for one instrument of several, whose orders are numbered together.
    public OrderMatcher(
            Instrument instrument,
            ExecutionModel model,
            CommissionModel commission,
            Executions executions,
            AverageRanges ranges,
            OrderNumbers numbers) {
        this.model = model;
        this.ranges = ranges;
        calendar = instrument.calendar();
        bars = new BarSessions(calendar, false);
        RandomStreams random = new RandomStreams(model.seed());
        book = new OrderBook(instrument.calendar(), executions, model.limitFill(), watch, numbers);
        links = new OrderLinks(book);
        arrivals = new OrderArrivals(instrument, model.latency(), random, ranges, book);
        FillBooking booking = new FillBooking(instrument, model, commission, executions, book::end, links::release);
        fills = new OrderFills(instrument, model, random, ranges, booking);
    }

    /// Sends an order.
    ///
    /// @return its number
    public long place(OrderRequest request, long nowNs) {
        WorkingOrder order = book.add(request, nowNs, "");
        arrivals.send(List.of(order), nowNs);
        return order.id();
    }

    /// Sends orders of which each takes what is filled of it off the others, so that the first to be filled as a
    /// whole cancels the rest.
    ///
    /// @return their numbers
    public List<Long> placeGroup(List<OrderRequest> requests, long nowNs) {
        return sendTogether(links.addGroup(requests, nowNs), nowNs);
    }

    /// Sends `first` and with it `exits`, held back until `first` is filled: each is then worth as much as was
    /// filled of `first`, up to its own quantity. Exits are a group as [#placeGroup] makes it. If `first` ends
    /// unfilled, so do they; if one of them is filled while `first` still waits for its rest, the rest is
    /// cancelled.
    ///
    /// @return their numbers, that of `first` first
    public List<Long> placeWithExits(OrderRequest first, List<OrderRequest> exits, long nowNs) {
        return sendTogether(links.addWithExits(first, exits, nowNs), nowNs);
    }

    private List<Long> sendTogether(List<WorkingOrder> orders, long nowNs) {
        arrivals.send(orders, nowNs);
        return orders.stream().map(WorkingOrder::id).toList();
    }

    /// Returns the number that the next order will have.
    public long nextId() {
        return book.nextId();
    }

    /// Sends a change.
    ///
    /// @return whether the order still stood when it was sent
    /// @throws IllegalArgumentException if there is no such order, or it has not the price that is to be changed
    public boolean modify(long id, OrderChange change, long nowNs) {
        return arrivals.sendChange(book.order(id), change, nowNs);
    }

    /// Sends a cancellation.
    ///
    /// @return whether the order still stood when it was sent
    /// @throws IllegalArgumentException if there is no such order
    public boolean cancel(long id, long nowNs) {
        return arrivals.sendCancellation(book.order(id), nowNs);
    }

    /// Returns when [#onTime] has something to do next; `Long.MAX_VALUE` if nothing is due.
    public long dueNs() {
        return Math.min(arrivals.nextArrivalNs(), book.nextDeadlineNs());
    }

    /// Tells that time has come to `timeNs`, on each tick by which [#dueNs()] has passed, before [#onQuote].
    public void onTime(long timeNs) {
        arrivals.deliver(timeNs);
        book.expire(timeNs);
        book.wake(timeNs);
        book.settle();
    }

    /// Returns when a session closes for which orders wait; `Long.MAX_VALUE` if none do. On the first tick at or
    /// after it, [#onClose] is to be called before all else.
    public long nextCloseNs() {
        return book.nextCloseNs();
    }

    /// Tells whether orders wait for a close, so that the sizes of each quote have to be known to `Market`.
    public boolean awaitsClose() {
        return book.nextCloseNs() != Long.MAX_VALUE;
    }

    /// Closes the session: what reached the market or expired before is dealt with, then the orders for the close
    /// are executed at the last quote, which `market` must still show, with its sizes. Time comes to that of the
    /// close.
    public void onClose(Market market) {
        long closeNs = book.nextCloseNs();
        market.toTime(closeNs);
        onTime(closeNs - 1);
        fills.onClose(book.working(), market, closeNs);
        book.settle();
    }

    /// Tells, before the first order, that the data are bars. They show sessions less exactly than ticks.
    ///
    /// @param daily whether each bar is a whole session
    public void onBars(boolean daily) {
        bars = new BarSessions(calendar, daily);
        book.onBars(bars);
        fills.onBars(bars);
        arrivals.onBars(bars);
    }

    /// Tells that a bar begins, once time has come to `startNs`: orders for an opening that it holds act on its
    /// open, and those for a close that no bar held wait for the next.
    public void onBarBegin(long startNs, long endNs) {
        bars.begin(endNs);
        if (book.nextDeadlineNs() < endNs || book.nextCloseNs() <= startNs) {
            book.wake(endNs - 1);
            book.missClose(startNs);
            book.settle();
        }
    }

    /// Executes orders for a close that the bar holds, at its close, which `market` shows.
    public void onBarClose(Market market) {
        long closeNs = book.nextCloseNs();
        if (closeNs <= bars.barEndNs()) {
            fills.onClose(book.working(), market, closeNs);
            book.settle();
        }
    }

    /// Tells that average true ranges may have changed: stops that trail by one follow, from the next tick on.
    public void onRanges() {
        for (WorkingOrder order : book.working()) {
            order.retrail(ranges);
        }
        book.settle();
    }

    /// Checks that the average true range that an order trails by was asked for.
    ///
    /// @throws IllegalArgumentException if not
    public void requireRange(OrderRequest request) {
        AtrRange range = request.trail() == null ? null : request.trail().range();
        if (range != null) {
            ranges.units(range);
        }
    }

    /// Tells whether the quote as it now stands would make any order act.
    public boolean isReached(Market market) {
        return watch.isReached(market);
    }

    /// Tells whether any order waits for a price.
    public boolean isWatching() {
        return watch.watches();
    }

    /// Returns the first of ticks `from` to `to` (exclusive) whose quote would make any order act, or `to` if none
    /// would. `sells` holds what a seller gets on each, with the range `sold`; `buys` what a buyer pays, `bought`.
    public int firstReached(long[] sells, PriceRange sold, long[] buys, PriceRange bought, int from, int to) {
        return watch.isReached(sold, bought) ? watch.firstReached(sells, buys, from, to) : to;
    }

    /// Has the orders meet the quote; its sizes must be known to `market`.
    public void onQuote(Market market) {
        fills.onQuote(book.working(), market);
        endTick();
    }

    private void endTick() {
        book.endTick();
        book.settle();
    }

    /// Tells whether a trade at `price`, where there are quotes, would make any order act.
    public boolean isReachedByTrade(long price) {
        return watch.isReachedByTrade(price);
    }

    /// Tells whether any order acts on trades where there are quotes.
    public boolean watchesTrades() {
        return watch.watchesTrades();
    }

    /// Has orders in queues meet a trade, where there are quotes.
    ///
    /// @param size at the instrument's quantity scale
    /// @param taker the side of whoever took; null where it is not known
    public void onTrade(long price, long size, @Nullable Side taker, Market market) {
        fills.onTrade(book.working(), price, size, taker, market);
        endTick();
    }

    /// Cancels all orders that stand or are on their way.
    public void cancelAll(long nowNs, String reason) {
        for (WorkingOrder order : List.copyOf(book.open())) {
            if (!order.isDone()) {
                book.cancel(order, nowNs, reason);
            }
        }
        book.settle();
    }

    /// Puts an order of the broker's own into the market, without latency; it meets the next tick.
    public void force(OrderRequest request, long nowNs, String reason) {
        book.enter(book.add(request, nowNs, reason), nowNs);
        book.settle();
    }

    /// Returns the prices at which the orders that stand would act, as they stand at any time.
    public OrderLevels levels() {
        return new OrderLevels(book.working(), model);
    }

    /// Returns how much of an order is still to be filled; 0 once it has ended.
    ///
    /// @throws IllegalArgumentException if there is no such order
    public long openQuantity(long id) {
        WorkingOrder order = book.order(id);
        return order.isDone() ? 0 : order.wanted - order.takenByGroup - order.filled;
    }

    /// Returns the numbers of all orders that stand or are on their way, oldest first.
    public List<Long> openOrders() {
        return book.open().stream().map(WorkingOrder::id).toList();
    }

    /// Returns all that has happened so far to the orders that wait or are on their way, oldest first.
    public List<OrderLife> openLives() {
        return book.open().stream().map(WorkingOrder::life).toList();
    }

    /// Returns what happened to every order so far, in the order in which they were placed.
    public List<OrderLife> lives() {
        return book.all().stream().map(WorkingOrder::life).toList();
    }

    /// Returns where the data did not hold what the model needs.
    public ModelGaps gaps() {
        return fills.gaps();
    }
}
