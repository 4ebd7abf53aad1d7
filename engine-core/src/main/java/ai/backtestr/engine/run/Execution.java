package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.Order;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.order.Rejection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/// Turns orders that meet the market into fills, unless the account cannot carry them. Engine thread only.
final class Execution implements OrderMatcher.Executions {
    private final Instrument instrument;
    private final Account account;
    private final BigDecimal leverage;
    private final CommissionModel commission;
    private final List<Fill> fills = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private Consumer<Fill> listener = fill -> {};

    Execution(BacktestSpec spec, Instrument instrument, Account account) {
        this.instrument = instrument;
        this.account = account;
        this.leverage = spec.leverage();
        this.commission = spec.commission();
    }

    void tell(Consumer<Fill> strategy) {
        listener = strategy;
    }

    @Override
    public void execute(Order order, Market market) {
        long price = market.takerPrice(order.side());
        long after = Math.addExact(account.position(), order.side().sign() * order.quantity());
        boolean reduces = Math.abs(after) <= Math.abs(account.position());
        if (!reduces && exceedsBuyingPower(after, price, market)) {
            reject(order, market, after, price);
            return;
        }
        long fee = commission.on(account.notional(price, order.quantity()));
        Fill fill = new Fill(market.timeNs(), order.id(), order.side(), order.quantity(), price, fee);
        account.book(fill);
        fills.add(fill);
        listener.accept(fill);
    }

    private boolean exceedsBuyingPower(long position, long price, Market market) {
        BigDecimal worth = BigDecimal.valueOf(account.notional(price, Math.abs(position)));
        return worth.compareTo(buyingPower(market)) > 0;
    }

    private BigDecimal buyingPower(Market market) {
        long equity = account.equity(market.markPrice(account.position()));
        return leverage.multiply(BigDecimal.valueOf(equity));
    }

    private void reject(Order order, Market market, long position, long price) {
        String reason = "a position of " + instrument.formatQuantity(position) + " at " + instrument.formatPrice(price)
                + " is worth " + Money.format(account.notional(price, Math.abs(position))) + ", more than the "
                + Money.format(buyingPower(market).longValue()) + " that equity and leverage allow";
        rejections.add(new Rejection(market.timeNs(), order, reason));
    }

    List<Fill> fills() {
        return Collections.unmodifiableList(fills);
    }

    List<Rejection> rejections() {
        return Collections.unmodifiableList(rejections);
    }
}
