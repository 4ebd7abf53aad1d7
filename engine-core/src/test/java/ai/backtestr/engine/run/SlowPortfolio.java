package ai.backtestr.engine.run;

import ai.backtestr.engine.testing.RecordedTicks.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account of several instruments worked out the obvious way, without the engine: decimals, one tick after the
/// other,
/// everything looked at anew on each. Market orders alone, positions netted, no costs.
final class SlowPortfolio {
    private static final MathContext EXACT = new MathContext(60, RoundingMode.HALF_EVEN);

    /// What is traded, or read for its rate.
    ///
    /// @param base of a pair of currencies
    /// @param scale decimals of its prices
    record Series(String base, String quote, int scale, boolean traded, List<Tick> ticks) {}

    /// An order that is placed on hearing of a tick of a traded instrument.
    ///
    /// @param tick number of that tick over all traded instruments, from 1
    /// @param quantity above 0 bought, below sold
    record Planned(int tick, int instrument, long quantity) {}

    private record Lot(BigDecimal quantity, BigDecimal price) {}

    private record Waiting(int id, int instrument, long quantity, boolean brokers) {}

    private final List<Series> series;
    private final List<Planned> plan;
    private final String currency;
    private final boolean middle;
    private final BigDecimal leverage;
    private final BigDecimal call;
    private final BigDecimal stopOut;
    private final List<Deque<Lot>> lots = new ArrayList<>();
    private final @Nullable Tick[] last;
    private final List<Waiting> waiting = new ArrayList<>();
    private BigDecimal balance;
    private BigDecimal peak;
    private int orders;
    private boolean called;
    private int closing;
    BigDecimal equity;
    BigDecimal drawdown = BigDecimal.ZERO;
    final List<String> fills = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final List<String> profits = new ArrayList<>();
    final List<Integer> refused = new ArrayList<>();

    SlowPortfolio(
            List<Series> series,
            List<Planned> plan,
            String currency,
            boolean middle,
            BigDecimal cash,
            BigDecimal leverage,
            BigDecimal call,
            BigDecimal stopOut) {
        this.series = series;
        this.plan = plan;
        this.currency = currency;
        this.middle = middle;
        this.leverage = leverage;
        this.call = call;
        this.stopOut = stopOut;
        balance = cash;
        equity = cash;
        peak = cash;
        last = new Tick[series.size()];
        series.forEach(one -> lots.add(new ArrayDeque<>()));
    }

    void run() {
        int[] next = new int[series.size()];
        int heard = 0;
        for (int from = earliest(next); from >= 0; from = earliest(next)) {
            Tick tick = series.get(from).ticks().get(next[from]++);
            last[from] = tick;
            if (series.get(from).traded()) {
                meet(from, tick);
            }
            if (heard > 0 || series.get(from).traded()) {
                mark(tick);
            }
            if (series.get(from).traded()) {
                heard++;
                place(heard);
            }
        }
    }

    private int earliest(int[] next) {
        int best = -1;
        for (int i = 0; i < next.length; i++) {
            boolean has = next[i] < series.get(i).ticks().size();
            if (has && (best < 0 || timeOf(i, next) < timeOf(best, next))) {
                best = i;
            }
        }
        return best;
    }

    private long timeOf(int i, int[] next) {
        return series.get(i).ticks().get(next[i]).timeNs();
    }

    private void place(int heard) {
        for (Planned planned : plan) {
            if (planned.tick() == heard) {
                waiting.add(new Waiting(++orders, planned.instrument(), planned.quantity(), false));
            }
        }
    }

    private void meet(int instrument, Tick tick) {
        for (Waiting order : List.copyOf(waiting)) {
            if (order.instrument() == instrument) {
                waiting.remove(order);
                execute(order, tick);
            }
        }
    }

    private void execute(Waiting order, Tick tick) {
        int i = order.instrument();
        BigDecimal quantity = BigDecimal.valueOf(order.quantity());
        BigDecimal price = price(i, tick, order.quantity() > 0);
        if (!order.brokers() && !isKnown(series.get(i).quote())) {
            refused.add(order.id());
            return;
        }
        BigDecimal after = position(i).add(quantity).abs();
        if (!order.brokers() && after.compareTo(position(i).abs()) > 0) {
            BigDecimal worth =
                    money(toAccount(money(after.multiply(price)), series.get(i).quote(), 0));
            for (int other = 0; other < series.size(); other++) {
                worth = other == i ? worth : worth.add(exposure(other));
            }
            if (worth.compareTo(leverage.multiply(equityNow())) > 0) {
                refused.add(order.id());
                return;
            }
        }
        fills.add(tick.timeNs() + " #" + order.id() + " " + order.quantity() + "x" + price.toPlainString());
        book(i, quantity, price);
        closing = closing == order.id() ? 0 : closing;
    }

    private void book(int i, BigDecimal bought, BigDecimal price) {
        BigDecimal left = bought;
        Deque<Lot> open = lots.get(i);
        while (left.signum() != 0
                && !open.isEmpty()
                && open.getFirst().quantity().signum() != left.signum()) {
            Lot lot = open.removeFirst();
            BigDecimal part = lot.quantity()
                    .abs()
                    .min(left.abs())
                    .multiply(BigDecimal.valueOf(lot.quantity().signum()));
            BigDecimal earned = money(part.multiply(price)).subtract(money(part.multiply(lot.price())));
            BigDecimal profit = money(toAccount(earned, series.get(i).quote(), -earned.signum()));
            profits.add(profit.stripTrailingZeros().toPlainString());
            balance = balance.add(profit);
            left = left.add(part);
            if (lot.quantity().compareTo(part) != 0) {
                open.addFirst(new Lot(lot.quantity().subtract(part), lot.price()));
            }
        }
        if (left.signum() != 0) {
            open.addLast(new Lot(left, price));
        }
    }

    private void mark(Tick tick) {
        equity = equityNow();
        peak = peak.max(equity);
        drawdown = drawdown.max(peak.subtract(equity));
        BigDecimal worth = BigDecimal.ZERO;
        for (int i = 0; i < series.size(); i++) {
            worth = worth.add(exposure(i));
        }
        // equity / (worth / leverage) * 100 < percent
        BigDecimal level = equity.multiply(leverage).multiply(BigDecimal.valueOf(100));
        boolean below = worth.signum() > 0 && call.signum() > 0 && level.compareTo(worth.multiply(call)) < 0;
        if (below && !called) {
            events.add("call " + tick.timeNs());
        }
        called = below;
        if (worth.signum() > 0 && closing == 0 && level.compareTo(worth.multiply(stopOut)) < 0) {
            events.add("out " + tick.timeNs());
            waiting.clear();
            int worst = -1;
            for (int i = 0; i < series.size(); i++) {
                if (position(i).signum() != 0 && (worst < 0 || open(i).compareTo(open(worst)) < 0)) {
                    worst = i;
                }
            }
            closing = ++orders;
            waiting.add(new Waiting(closing, worst, -position(worst).longValueExact(), true));
        }
    }

    private BigDecimal equityNow() {
        BigDecimal sum = balance;
        for (int i = 0; i < series.size(); i++) {
            sum = sum.add(open(i));
        }
        return sum;
    }

    private BigDecimal position(int i) {
        return lots.get(i).stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal open(int i) {
        BigDecimal position = position(i);
        Tick now = last[i];
        if (position.signum() == 0 || now == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal earned = money(position.multiply(price(i, now, position.signum() < 0)));
        for (Lot lot : lots.get(i)) {
            earned = earned.subtract(money(lot.quantity().multiply(lot.price())));
        }
        return money(toAccount(earned, series.get(i).quote(), -earned.signum()));
    }

    private BigDecimal exposure(int i) {
        BigDecimal position = position(i);
        Tick now = last[i];
        if (position.signum() == 0 || now == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal worth = money(position.abs().multiply(price(i, now, position.signum() < 0)));
        return money(toAccount(worth, series.get(i).quote(), 0));
    }

    private BigDecimal price(int i, Tick tick, boolean buys) {
        long units = buys ? Math.max(tick.bid(), tick.ask()) : Math.min(tick.bid(), tick.ask());
        return BigDecimal.valueOf(units, series.get(i).scale());
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(8, RoundingMode.HALF_EVEN);
    }

    private boolean isKnown(String from) {
        if (from.equals(currency)) {
            return true;
        }
        for (int[] way : ways(from)) {
            boolean known = true;
            for (int i : way) {
                known &= last[i] != null;
            }
            return known;
        }
        throw new IllegalStateException("no way from " + from);
    }

    /// One pair if there is one, else the first two that meet.
    private List<int[]> ways(String from) {
        List<int[]> ways = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            if (joins(i, from, currency)) {
                ways.add(new int[] {i});
            }
        }
        for (int i = 0; i < series.size(); i++) {
            for (int j = 0; j < series.size(); j++) {
                if (has(i, from) && joins(j, across(i, from), currency)) {
                    ways.add(new int[] {i, j});
                }
            }
        }
        return ways;
    }

    private boolean has(int i, String one) {
        return series.get(i).base().equals(one) || series.get(i).quote().equals(one);
    }

    private String across(int i, String one) {
        return series.get(i).base().equals(one)
                ? series.get(i).quote()
                : series.get(i).base();
    }

    private boolean joins(int i, String one, String other) {
        return has(i, one) && across(i, one).equals(other);
    }

    /// @param side 1 where the currency has to be bought, -1 where it is sold, 0 for the middle
    private BigDecimal toAccount(BigDecimal amount, String from, int side) {
        if (from.equals(currency) || amount.signum() == 0) {
            return amount;
        }
        BigDecimal above = amount;
        BigDecimal below = BigDecimal.ONE;
        String at = from;
        for (int i : ways(from).getFirst()) {
            boolean direct = series.get(i).base().equals(at);
            BigDecimal rate = rate(i, middle ? 0 : direct ? side : -side);
            above = direct ? above.multiply(rate) : above;
            below = direct ? below : below.multiply(rate);
            at = across(i, at);
        }
        return above.divide(below, EXACT);
    }

    private BigDecimal rate(int i, int side) {
        Tick now = last[i];
        if (now == null) {
            throw new IllegalStateException("no rate yet");
        }
        BigDecimal low = price(i, now, false);
        BigDecimal high = price(i, now, true);
        return side == 0 ? low.add(high).divide(BigDecimal.TWO, EXACT) : side < 0 ? low : high;
    }
}
