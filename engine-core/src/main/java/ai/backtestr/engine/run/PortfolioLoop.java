package ai.backtestr.engine.run;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.SharedAccount;
import ai.backtestr.engine.currency.Rate;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.OrderNumbers;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.pipeline.TickBatchHandler;
import ai.backtestr.engine.snapshot.SnapshotCell;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.tick.TickFlags;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.engine.tick.TickValidator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happens on each tick of a run over several instruments: the same as in [BacktestLoop], in the same order,
/// on the desk of the tick's instrument, with one account behind all desks.
///
/// 1. *normalise*, per instrument;
/// 2. *time*: for all instruments of the strategy that trades the tick's, sessions close that have ended and swap
///    is booked for days that have;
/// 3. *rate*: a rate that the tick tells is that of the tick from here on;
/// 4. *match* the tick's instrument; equity of all positions is marked and their margin looked at, also on ticks
///    that move nothing but a rate;
/// 5. *bars*, *indicators*, *strategy*, *publish*.
///
/// Ticks come in slices of time, those of each source together, and are taken in by their times: those on which
/// something can happen one by one, the others by the stretch, see `QuietSlices`. Engine thread only.
final class PortfolioLoop implements TickBatchHandler {
    private final SnapshotCell snapshot;
    private final SourceTicks[] sources; // traded instruments first, then rates
    private final SharedAccount account;
    private final EquityCurve equity;
    private final Valuation valuation;
    private final SharedMargin margin;
    private final InstrumentDesk.Shared shared;
    private final InstrumentDesk[] desks;
    private final StrategyGroup[] groups; // by desk
    private final QuietSlices quiet;
    private long ticks;
    private boolean started;

    /// @param traded the instruments, as many as the spec has terms
    /// @param rateSources the instruments read for their rates alone
    /// @throws IllegalArgumentException if a rate is missing, or a strategy cannot trade an instrument
    PortfolioLoop(
            PortfolioSpec spec,
            List<? extends TickSource> traded,
            List<? extends TickSource> rateSources,
            SnapshotCell snapshot) {
        this.snapshot = snapshot;
        List<Instrument> instruments = new ArrayList<>();
        traded.forEach(source -> instruments.add(source.instrument()));
        rateSources.forEach(source -> instruments.add(source.instrument()));
        ExchangeRates exchange = new ExchangeRates(spec, instruments);
        account = new SharedAccount(
                spec.base().startingCash(), spec.base().account().mode());
        equity = new EquityCurve(instruments.getFirst().calendar(), spec.base().startingCash());
        valuation = new Valuation(account, spec);
        margin = new SharedMargin(spec, valuation);
        shared = new InstrumentDesk.Shared(spec, account, valuation, new OrderNumbers(), new SharedExecution.Records());
        desks = new InstrumentDesk[traded.size()];
        groups = new StrategyGroup[desks.length];
        openDesks(traded, exchange);
        sources = new SourceTicks[instruments.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = new SourceTicks(i, exchange.ofSource(i), i < desks.length ? desks[i] : null);
        }
        quiet = new QuietSlices(sources, groups, valuation, equity, margin);
    }

    private void openDesks(List<? extends TickSource> traded, ExchangeRates exchange) {
        PortfolioSpec spec = shared.spec();
        boolean together = spec.base().strategy().instruments() > 1;
        Crew crew = null;
        for (int i = 0; i < desks.length; i++) {
            if (crew == null || !together) {
                crew = new Crew(spec.base().strategy().create(spec.base().parameters()));
            }
            Instrument instrument = traded.get(i).instrument();
            desks[i] = new InstrumentDesk(
                    i,
                    instrument,
                    traded.get(i).hasTrades(),
                    spec.terms().get(i),
                    shared,
                    exchange.of(instrument),
                    crew.strategy,
                    crew.timers,
                    crew.contexts);
            valuation.add(desks[i]);
            crew.group.desks.add(desks[i]);
            groups[i] = crew.group;
        }
        spec.base().chartTimeframes().forEach(desks[0].plan()::series);
        for (int i = 0; i < desks.length; i++) {
            if (i == 0 || groups[i] != groups[i - 1]) {
                groups[i].prepare();
            }
        }
        for (int i = 0; i < desks.length; i++) {
            if (i == 0 || groups[i] != groups[i - 1]) {
                groups[i].prepared();
            }
        }
    }

    /// A strategy with what all of its desks have in common.
    private static final class Crew {
        final Strategy strategy;
        final Timers timers = new Timers();
        final StrategyGroup group = new StrategyGroup(timers);
        final List<Context> contexts = new ArrayList<>();

        Crew(Strategy strategy) {
            this.strategy = strategy;
        }
    }

    /// Takes in a slice of [ai.backtestr.engine.tick.MergedTicks], as a whole.
    @Override
    public void onBatch(TickPage page, int from, int to) {
        int at = from;
        for (SourceTicks source : sources) {
            int begin = at;
            while (at < to && TickFlags.instrument(page.flagBits(at)) == source.number) {
                at++;
            }
            source.open(page, begin, at);
        }
        SourceTicks next = next();
        while (next != null) {
            takeInNext(next);
            if (started) {
                ticks += quiet.takeIn(ticks);
            }
            next = next();
        }
        publish();
    }

    private @Nullable SourceTicks next() {
        SourceTicks next = null;
        for (SourceTicks source : sources) {
            if (source.hasTick() && (next == null || source.nextNs() < next.nextNs())) {
                next = source;
            }
        }
        return next;
    }

    private void takeInNext(SourceTicks source) {
        int at = source.at;
        long timeNs = source.block.times()[at];
        long bid = source.block.bids()[at];
        long ask = source.block.asks()[at];
        if (source.validator.accepts(timeNs, bid, ask)) {
            ticks++;
            int index = source.first() + at;
            byte flags = source.page().flagBits(index);
            if (source.desk != null) {
                onTick(source.desk, source.rate, source.page(), index, timeNs, bid, ask, flags);
            } else {
                onRate(source.rate, timeNs, bid, ask, TickFlags.isTrade(flags));
            }
        }
        source.goOn(at + 1);
    }

    private void onRate(Rate rate, long timeNs, long bid, long ask, boolean isTrade) {
        if (!started) {
            rate.onTick(timeNs, bid, ask, isTrade);
            return;
        }
        equity.onTime(timeNs);
        valuation.toTime(timeNs);
        rate.onTick(timeNs, bid, ask, isTrade);
        if (account.hasPosition()) {
            mark();
        }
    }

    private void onTick(
            InstrumentDesk desk, Rate rate, TickPage page, int index, long timeNs, long bid, long ask, byte flags) {
        boolean isTrade = TickFlags.isTrade(flags);
        StrategyGroup group = groups[desk.number];
        started = true;
        passTime(group, timeNs);
        valuation.toTime(timeNs);
        rate.onTick(timeNs, bid, ask, isTrade);
        boolean matches = desk.market.onTick(timeNs, bid, ask, isTrade);
        if (timeNs >= desk.matcher.dueNs()) {
            desk.runner.atTick(ticks);
            desk.matcher.onTime(timeNs);
        }
        if (matches) {
            match(desk, page, index);
        } else if (desk.matcher.isReachedByTrade(bid)) {
            desk.runner.atTick(ticks);
            desk.matcher.onTrade(bid, page.bidQuantity(index), taker(flags), desk.market);
            mark(desk);
        }
        group.closeBars(timeNs, ticks);
        if (isTrade == desk.barPrice.takesTrades()) {
            addToBars(desk, timeNs, desk.barPrice.of(bid, ask), isTrade ? page.bidQuantity(index) : 0);
        }
        group.wake(timeNs, ticks);
        if (desk.runner.listensToTicks()) {
            desk.runner.onTick(ticks);
        }
    }

    private static @Nullable Side taker(byte flags) {
        return (flags & TickFlags.AGGRESSOR_BUY) != 0
                ? Side.BUY
                : (flags & TickFlags.AGGRESSOR_SELL) != 0 ? Side.SELL : null;
    }

    /// Does what is due by the clock before a tick has any effect.
    private void passTime(StrategyGroup group, long timeNs) {
        for (int i = 0; i < group.desks.size(); i++) {
            InstrumentDesk desk = group.desks.get(i);
            if (timeNs >= desk.matcher.nextCloseNs()) {
                closeSession(desk);
            }
        }
        equity.onTime(timeNs);
        for (int i = 0; i < group.desks.size(); i++) {
            InstrumentDesk desk = group.desks.get(i);
            if (timeNs >= desk.rollover.nextNs()) {
                desk.rollover.onTime(timeNs, desk.market);
            }
        }
    }

    private void closeSession(InstrumentDesk desk) {
        long closeNs = desk.matcher.nextCloseNs();
        equity.onTime(closeNs - 1);
        valuation.toTime(closeNs);
        desk.runner.atTick(ticks);
        desk.matcher.onClose(desk.market);
        mark(desk);
    }

    private void match(InstrumentDesk desk, TickPage page, int index) {
        boolean isReached = desk.matcher.isReached(desk.market);
        if (isReached || desk.matcher.awaitsClose()) {
            desk.market.onSizes(page.bidQuantity(index), page.askQuantity(index));
        }
        if (isReached) {
            desk.runner.atTick(ticks);
            desk.matcher.onQuote(desk.market);
        }
        if (isReached || account.hasPosition()) {
            mark(desk);
        }
    }

    private void mark(InstrumentDesk desk) {
        desk.book.onMark(desk.market);
        mark();
    }

    private void mark() {
        long marked = valuation.equity();
        equity.onEquity(marked);
        margin.onEquity(marked);
    }

    private void addToBars(InstrumentDesk desk, long timeNs, long price, long quantity) {
        int closed = desk.bars().add(timeNs, price, quantity);
        if (desk.number == 0) {
            equity.onPrice(price);
        }
        if (closed != 0) {
            do {
                desk.runner.onBarsClosed(ticks);
            } while (desk.bars().closeNext() != 0);
        }
    }

    private void publish() {
        InstrumentDesk main = desks[0];
        snapshot.publish(
                ticks,
                valuation.nowNs(),
                main.market.bid(),
                main.market.ask(),
                main.book.position(),
                equity.last(),
                account.trades().size());
    }

    /// Ends the run after the last tick.
    void finish() {
        for (InstrumentDesk desk : desks) {
            desk.bars().finish();
        }
        for (int i = 0; i < desks.length; i++) {
            if (i == 0 || groups[i] != groups[i - 1]) {
                groups[i].stop();
            }
        }
        if (started) {
            equity.finish(valuation.nowNs());
        }
    }

    /// @param digests those of the sources, by their numbers
    /// @param rateInstruments those read for their rates alone
    BacktestResult result(String dataDigest, List<String> digests, List<Instrument> rateInstruments, long elapsedNs) {
        return outcome(equity, true).result(dataDigest, digests, rateInstruments, elapsedNs);
    }

    /// Returns what came of the run so far, between two batches.
    BacktestResult part(List<Instrument> rateInstruments, long elapsedNs) {
        return outcome(equity.upTo(valuation.nowNs()), false)
                .result("", Collections.nCopies(sources.length, ""), rateInstruments, elapsedNs);
    }

    private PortfolioOutcome outcome(EquityCurve curve, boolean isWhole) {
        List<TickValidator> validators =
                Arrays.stream(sources).map(source -> source.validator).toList();
        return new PortfolioOutcome(
                shared, List.of(desks), validators, curve, List.copyOf(margin.events()), valuation, isWhole);
    }
}
