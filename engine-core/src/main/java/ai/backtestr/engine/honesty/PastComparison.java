package ai.backtestr.engine.honesty;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BarDataRun;
import ai.backtestr.engine.run.Portfolio;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The look-ahead probe: a run on data that end earlier must have the same past. If it has not, the strategy knew
/// something of what was cut off, or does not do the same twice.
public final class PastComparison {
    private static final int MOST_CUTS = 3;

    private PastComparison() {}

    /// Returns moments at which to cut the data of a run: right after orders were placed, a quarter, a half and
    /// three quarters into them, so that the ticks which an order could have been placed for are gone. Of a run
    /// without orders, moments a quarter, a half and three quarters into its time.
    ///
    /// @return nanoseconds since the epoch, UTC, ascending, each once; what is at them or later is to be cut off
    public static List<Long> cuts(BacktestResult whole) {
        List<OrderLife> orders = whole.orders();
        List<Long> cuts = new ArrayList<>();
        for (int i = 1; i <= MOST_CUTS; i++) {
            long cutNs = orders.isEmpty()
                    ? whole.firstNs() + (whole.lastNs() - whole.firstNs()) / (MOST_CUTS + 1) * i
                    : orders.get((int) ((long) orders.size() * i / (MOST_CUTS + 1)))
                                    .order()
                                    .placedNs()
                            + 1;
            if (cutNs > latestStartNs(whole) && !cuts.contains(cutNs)) {
                cuts.add(cutNs);
            }
        }
        return cuts;
    }

    /// What is left must hold ticks of every instrument.
    private static long latestStartNs(BacktestResult whole) {
        Portfolio portfolio = whole.portfolio();
        if (portfolio == null) {
            return whole.firstNs();
        }
        return Stream.concat(
                        portfolio.instruments().stream().map(Portfolio.Traded::data),
                        portfolio.rates().stream().map(Portfolio.RateData::data))
                .mapToLong(Portfolio.Data::firstNs)
                .max()
                .orElse(whole.firstNs());
    }

    /// Names the instrument where there are several.
    private static String of(Instrument instrument, BacktestResult result) {
        return result.portfolio() == null ? "" : " " + instrument.symbol();
    }

    /// Returns the first order or fill before `cutNs` that is not the same in both runs, in words, or nothing if
    /// there is none.
    ///
    /// @param cut the same run on the data before `cutNs`
    public static Optional<String> firstDifference(BacktestResult whole, BacktestResult cut, long cutNs) {
        long ordersUntilNs = ordersUntilNs(cut, cutNs);
        return firstDifference(
                        "order",
                        whole.orders().stream()
                                .map(OrderLife::order)
                                .filter(order -> order.placedNs() < ordersUntilNs)
                                .map(order -> text(order, whole))
                                .toList(),
                        cut.orders().stream()
                                .map(OrderLife::order)
                                .filter(order -> order.placedNs() < ordersUntilNs)
                                .map(order -> text(order, cut))
                                .toList(),
                        ordersAtTheEnd(cut))
                .or(() -> firstDifference("fill", fills(whole, cutNs), fills(cut, cutNs), List.of()));
    }

    /// The last bar may end earlier where another follows, so what is ordered at its end is left out.
    private static long ordersUntilNs(BacktestResult cut, long cutNs) {
        BarDataRun bars = cut.barData();
        return bars == null
                ? cutNs
                : Math.min(cutNs, cut.lastNs() - bars.timeframe().lengthNs() + 1);
    }

    /// When a run ends, its strategy may order something more, which nothing fills.
    private static List<String> ordersAtTheEnd(BacktestResult cut) {
        return cut.orders().stream()
                .map(OrderLife::order)
                .filter(order -> order.placedNs() == cut.lastNs())
                .map(order -> text(order, cut))
                .toList();
    }

    private static List<String> fills(BacktestResult result, long cutNs) {
        return result.fills().stream()
                .filter(fill -> fill.timeNs() < cutNs)
                .map(fill -> text(fill, result))
                .toList();
    }

    private static Optional<String> firstDifference(
            String what, List<String> whole, List<String> cut, List<String> allowed) {
        for (int i = 0; i < Math.max(whole.size(), cut.size()); i++) {
            String before = i < whole.size() ? whole.get(i) : "none";
            String after = i < cut.size() ? cut.get(i) : "none";
            boolean isAtTheEnd = i >= whole.size() && allowed.contains(after);
            if (!before.equals(after) && !isAtTheEnd) {
                return Optional.of(what + " " + (i + 1) + ": " + before + " with the data that follow, " + after
                        + " without them");
            }
        }
        return Optional.empty();
    }

    private static String text(Order order, BacktestResult result) {
        Instrument instrument = result.instrumentOf(order.id());
        String prices = (order.request().triggerPrice() == 0
                        ? ""
                        : " trigger " + instrument.formatPrice(order.request().triggerPrice()))
                + (order.request().limitPrice() == 0
                        ? ""
                        : " limit " + instrument.formatPrice(order.request().limitPrice()));
        return order.request().type() + " " + order.side() + " " + instrument.formatQuantity(order.quantity())
                + of(instrument, result) + prices
                + " at " + Times.format(order.placedNs());
    }

    private static String text(Fill fill, BacktestResult result) {
        Instrument instrument = result.instrumentOf(fill.orderId());
        return fill.side() + " " + instrument.formatQuantity(fill.quantity()) + of(instrument, result) + " at "
                + instrument.formatPrice(fill.price()) + ", " + Times.format(fill.timeNs());
    }
}
