package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.MarginEvent;
import ai.backtestr.engine.account.SharedAccount;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.instrument.ContractTerms;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderLife;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 over the lines that tell one run from another: what was run, by which models and seed, on which
/// ticks, and all that became of every order.
///
/// Nothing of how it was run goes in: not the batch size, not the timeframes kept for a chart, not the speed.
final class ResultHash {
    private final MessageDigest digest;

    private ResultHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static String of(
            BacktestSpec spec,
            Instrument instrument,
            String dataDigest,
            long ticks,
            List<Fill> fills,
            List<OrderLife> orders,
            List<MarginEvent> marginEvents,
            Account account,
            EquityCurve curve) {
        ResultHash hash = new ResultHash();
        hash.line("backtestr-result 2");
        hash.line("instrument " + instrument.symbol() + " " + instrument.priceScale() + " " + instrument.quantityScale()
                + " " + instrument.calendar().name());
        hash.terms(instrument);
        hash.line("data " + dataDigest + " " + ticks);
        hash.line("strategy " + spec.strategy().name() + " " + spec.parameters().texts());
        if (!spec.strategy().sourceDigest().isEmpty()) {
            hash.line("source " + spec.strategy().sourceDigest());
        }
        hash.line("cash " + Money.format(spec.startingCash()) + " leverage "
                + spec.leverage().stripTrailingZeros().toPlainString());
        hash.line("commission " + spec.commission());
        hash.line("execution " + spec.execution());
        hash.line("account " + spec.account());
        fills.forEach(hash::fill);
        orders.forEach(hash::order);
        for (MarginEvent event : marginEvents) {
            hash.line("margin " + event.timeNs() + " " + event.kind() + " " + event.equity());
        }
        hash.line("totals " + account.fees() + " " + account.slippage() + " " + account.swap());
        hash.line("end " + account.cash() + " " + account.position() + " " + curve.last() + " " + curve.maxDrawdown());
        curve.dayEnds().forEach(equity -> hash.line("day " + equity));
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    /// The hash of a run over several instruments: the same lines for each of them, and all that decides
    /// conversion.
    static String of(
            PortfolioSpec spec,
            Portfolio portfolio,
            List<Fill> fills,
            List<OrderLife> orders,
            List<MarginEvent> marginEvents,
            SharedAccount account,
            EquityCurve curve) {
        ResultHash hash = new ResultHash();
        hash.line("backtestr-portfolio 1");
        hash.line("currency " + portfolio.currency() + " rule " + portfolio.rule());
        portfolio.stated().forEach(rate -> hash.line("rate " + rate));
        for (Portfolio.Traded traded : portfolio.instruments()) {
            hash.instrument(traded.instrument(), traded.data());
            hash.line("commission " + traded.terms().commission());
            hash.line("execution " + traded.terms().execution());
            hash.line("swap " + traded.terms().swap() + " conversion " + traded.conversion());
        }
        for (Portfolio.RateData rate : portfolio.rates()) {
            hash.instrument(rate.instrument(), rate.data());
        }
        BacktestSpec base = spec.base();
        hash.line("strategy " + base.strategy().name() + " " + base.parameters().texts());
        if (!base.strategy().sourceDigest().isEmpty()) {
            hash.line("source " + base.strategy().sourceDigest());
        }
        hash.line("cash " + Money.format(base.startingCash()) + " leverage "
                + base.leverage().stripTrailingZeros().toPlainString());
        hash.line("account " + base.account());
        fills.forEach(hash::fill);
        hash.line("instruments " + portfolio.instrumentOfOrder());
        orders.forEach(hash::order);
        for (Trade trade : account.trades()) {
            hash.line("trade " + trade.ticket() + " " + trade.profit());
        }
        for (MarginEvent event : marginEvents) {
            hash.line("margin " + event.timeNs() + " " + event.kind() + " " + event.equity());
        }
        hash.line("totals " + account.fees() + " " + account.slippage() + " " + account.swap());
        hash.line("end " + account.balance() + " " + curve.last() + " " + curve.maxDrawdown());
        curve.dayEnds().forEach(equity -> hash.line("day " + equity));
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void instrument(Instrument instrument, Portfolio.Data data) {
        line("instrument " + instrument.symbol() + " " + instrument.priceScale() + " " + instrument.quantityScale()
                + " " + instrument.quoteCurrency() + " " + instrument.contract().baseCurrency() + " "
                + instrument.calendar().name());
        terms(instrument);
        line("data " + data.digest() + " " + data.ticks());
    }

    private void fill(Fill fill) {
        line("fill " + fill.timeNs() + " " + fill.orderId() + " " + fill.side() + " " + fill.quantity() + " "
                + fill.price() + " " + fill.fee() + " " + fill.slippage());
    }

    /// Adds what can change a result. Where every digit can be traded, a quantity is worth its price and the
    /// calendar keeps to its own zone, as was so of every instrument once, there is nothing to add.
    private void terms(Instrument instrument) {
        ContractTerms terms = instrument.contract();
        if (!terms.isPlain()) {
            line("contract " + terms.tickSize() + " " + terms.quantityStep() + " " + terms.minQuantity() + " "
                    + terms.contractSize().toPlainString());
        }
        if (!instrument.calendar().isInOwnZone()) {
            line("zone " + instrument.calendar().zone());
        }
        if (!instrument.calendar().text().isEmpty()) {
            line("calendar " + instrument.calendar().text());
        }
    }

    /// Adds to the hash of a run on which bar data it was made, and what was assumed of the inside of bars.
    static String ofBars(BarDataRun barData, String hashOfRun) {
        ResultHash hash = new ResultHash();
        hash.line(hashOfRun);
        hash.line("bar data " + barData.timeframe() + " path " + barData.path() + " dependent "
                + barData.dependentFills() + " " + barData.dependentBars());
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void order(OrderLife life) {
        line("order " + life.order());
        for (OrderEvent event : life.events()) {
            line("event " + event.timeNs() + " " + event.kind() + " " + event.quantity() + " " + event.price());
        }
    }

    private void line(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
