package ai.backtestr.engine.run;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.MarginEvent;
import ai.backtestr.engine.account.SharedAccount;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.ModelGaps;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.statistics.Statistics;
import ai.backtestr.engine.tick.TickValidator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/// Puts together what a run over several instruments came to. Engine thread only.
///
/// @param validators by source: traded instruments first, then rates
/// @param isWhole whether the run has ended, so that there is a hash and bars stand still
record PortfolioOutcome(
        InstrumentDesk.Shared shared,
        List<InstrumentDesk> desks,
        List<TickValidator> validators,
        EquityCurve equity,
        List<MarginEvent> marginEvents,
        Valuation valuation,
        boolean isWhole) {

    BacktestResult result(String dataDigest, List<String> digests, List<Instrument> rateInstruments, long elapsedNs) {
        BacktestSpec spec = shared.spec().base();
        SharedAccount account = shared.account();
        Instrument main = desks.getFirst().instrument;
        List<Placed> placed = placed();
        List<OrderLife> orders = placed.stream().map(Placed::life).toList();
        List<Integer> instruments = placed.stream().map(Placed::desk).toList();
        Portfolio portfolio = portfolio(digests, rateInstruments, instruments);
        String hash = isWhole
                ? ResultHash.of(
                        shared.spec(), portfolio, shared.records().fills(), orders, marginEvents, account, equity)
                : "";
        return new BacktestResult(
                spec,
                main,
                dataDigest,
                sum(TickValidator::accepted),
                sum(TickValidator::rejected),
                firstReason(rateInstruments),
                firstNs(),
                valuation.nowNs() == Long.MIN_VALUE ? 0 : valuation.nowNs(),
                elapsedNs,
                List.copyOf(shared.records().fills()),
                List.copyOf(account.trades()),
                orders,
                List.copyOf(shared.records().rejections()),
                marginEvents,
                desks.getFirst().book.position(),
                equity,
                Statistics.of(account, equity, main.calendar().daysPerYear()),
                bars(desks.getFirst()),
                hash,
                gaps(),
                null,
                portfolio);
    }

    private List<BarSeries> bars(InstrumentDesk desk) {
        return isWhole ? desk.bars().allSeries() : List.of();
    }

    /// An order and the desk it was placed on.
    private record Placed(int desk, OrderLife life) {}

    private List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        for (InstrumentDesk desk : desks) {
            desk.matcher.lives().forEach(life -> placed.add(new Placed(desk.number, life)));
        }
        placed.sort(Comparator.comparingLong(order -> order.life.order().id()));
        return placed;
    }

    private long sum(ToLongFunction<TickValidator> figure) {
        long sum = 0;
        for (TickValidator validator : validators) {
            sum += figure.applyAsLong(validator);
        }
        return sum;
    }

    private long firstNs() {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < desks.size(); i++) {
            first = validators.get(i).accepted() == 0
                    ? first
                    : Math.min(first, validators.get(i).firstNs());
        }
        return first == Long.MAX_VALUE ? 0 : first;
    }

    private String firstReason(List<Instrument> rateInstruments) {
        for (int i = 0; i < validators.size(); i++) {
            if (validators.get(i).rejected() > 0) {
                Instrument of = i < desks.size() ? desks.get(i).instrument : rateInstruments.get(i - desks.size());
                return validators.size() == 1
                        ? validators.get(i).firstReason()
                        : of.symbol() + " " + validators.get(i).firstReason();
            }
        }
        return "";
    }

    private ModelGaps gaps() {
        long slippage = 0;
        long queue = 0;
        for (InstrumentDesk desk : desks) {
            slippage += desk.matcher.gaps().fillsWithoutSlippage();
            queue += desk.matcher.gaps().ordersWithoutQueue();
        }
        return new ModelGaps(slippage, queue);
    }

    private Portfolio portfolio(List<String> digests, List<Instrument> rateInstruments, List<Integer> instruments) {
        SharedAccount account = shared.account();
        List<Portfolio.Traded> traded = new ArrayList<>();
        for (InstrumentDesk desk : desks) {
            List<Trade> trades = account.trades().stream()
                    .filter(trade -> instruments.get((int) trade.ticket() - 1) == desk.number)
                    .toList();
            traded.add(new Portfolio.Traded(
                    desk.instrument,
                    desk.terms,
                    desk.book.conversion().toString(),
                    desk.book.conversion().longestAgeNs(),
                    data(desk.number, digests),
                    desk.book.position(),
                    desk.book.hasPosition() ? desk.book.openProfit(desk.market) : 0,
                    desk.book.fees(),
                    desk.book.swap(),
                    desk.book.slippage(),
                    Statistics.ofTrades(account, trades),
                    bars(desk)));
        }
        List<Portfolio.RateData> rates = new ArrayList<>();
        for (int i = 0; i < rateInstruments.size(); i++) {
            rates.add(new Portfolio.RateData(rateInstruments.get(i), data(desks.size() + i, digests)));
        }
        return new Portfolio(
                shared.spec().currency(),
                shared.spec().rule(),
                shared.spec().rates(),
                traded,
                rates,
                instruments,
                account.trades().stream().map(account::rateAtExit).toList());
    }

    private Portfolio.Data data(int source, List<String> digests) {
        TickValidator validator = validators.get(source);
        return new Portfolio.Data(digests.get(source), validator.accepted(), validator.firstNs(), validator.lastNs());
    }
}
