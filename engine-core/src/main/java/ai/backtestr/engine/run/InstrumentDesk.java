package ai.backtestr.engine.run;

import ai.backtestr.engine.account.InstrumentBook;
import ai.backtestr.engine.account.Rollover;
import ai.backtestr.engine.account.SharedAccount;
import ai.backtestr.engine.bar.BarPlan;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.MultiTimeframeBars;
import ai.backtestr.engine.currency.Conversion;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.Market;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.order.OrderNumbers;
import ai.backtestr.engine.strategy.Strategy;
import java.util.List;

/// One traded instrument of a run over several: its market, orders, book and bars. Engine thread only.
final class InstrumentDesk {
    final int number;
    final Instrument instrument;
    final InstrumentTerms terms;
    final Market market;
    final InstrumentBook book;
    final OrderMatcher matcher;
    final Rollover rollover;
    final BarPrice barPrice;
    final StrategyRunner runner;
    private final SharedExecution execution;
    private final BarPlan plan;
    private final ExecutionModel model;
    private MultiTimeframeBars bars;
    private long rememberedDueNs;

    /// @param number its place among the traded instruments
    /// @param strategy what trades it, alone or with others
    /// @param together the contexts of all instruments that the strategy trades, to which this one's is added
    @SuppressWarnings("NullAway.Init") // bars come with #prepared
    InstrumentDesk(
            int number,
            Instrument instrument,
            boolean hasTrades,
            InstrumentTerms terms,
            Shared shared,
            Conversion conversion,
            Strategy strategy,
            Timers timers,
            List<Context> together) {
        this.number = number;
        this.instrument = instrument;
        this.terms = terms;
        model = terms.execution().withSeed(terms.execution().seed() + number * 0x9E3779B97F4A7C15L);
        market = new Market(model.spread());
        book = shared.account.open(instrument, conversion);
        execution = new SharedExecution(this, shared);
        AtrFeeds ranges = new AtrFeeds();
        matcher = new OrderMatcher(instrument, model, terms.commission(), execution, ranges, shared.numbers);
        rollover = new Rollover(terms.swap(), instrument.calendar(), book);
        barPrice = hasTrades ? BarPrice.TRADE : BarPrice.BID;
        plan = new BarPlan(instrument, barPrice);
        Context context = new Context(
                instrument, market, book, new DeskAccount(this, shared.valuation), matcher, timers, together);
        together.add(context);
        runner = new StrategyRunner(shared.spec.base().strategy().name(), strategy, plan, context, ranges);
    }

    /// What all desks of a run share.
    record Shared(
            PortfolioSpec spec,
            SharedAccount account,
            Valuation valuation,
            OrderNumbers numbers,
            SharedExecution.Records records) {}

    BarPlan plan() {
        return plan;
    }

    /// Takes over what the strategy has asked for.
    void prepared() {
        runner.prepared(model);
        bars = plan.build();
        execution.tell(runner);
    }

    void rememberDue() {
        rememberedDueNs = matcher.dueNs();
    }

    boolean isDueChanged() {
        return matcher.dueNs() != rememberedDueNs;
    }

    MultiTimeframeBars bars() {
        return bars;
    }
}
