package ai.backtestr.engine.run;

import ai.backtestr.engine.account.Account;
import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderMatcher;
import ai.backtestr.engine.statistics.Statistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a loop keeps what comes of the run, and how a result is made of it. Engine thread only.
record Outcome(
        Instrument instrument,
        Account account,
        EquityCurve equity,
        OrderMatcher matcher,
        Execution execution,
        MarginWatch margin) {

    /// The data a loop has taken in, as [BacktestResult] tells of it.
    record Data(
            String digest,
            long ticks,
            long rejectedTicks,
            String firstRejectedTick,
            long firstNs,
            long lastNs,
            @Nullable BarDataRun bars) {}

    BacktestResult result(BacktestSpec spec, Data data, List<BarSeries> bars, long elapsedNs) {
        List<OrderLife> orders = matcher.lives();
        return made(spec, data, orders, equity, bars, hash(spec, data, orders), elapsedNs);
    }

    /// Returns what came of the run so far, of its own, as if the data ended here. Bars, digest and hash are those
    /// of whole runs alone.
    ///
    /// @param timeNs time of the last tick
    BacktestResult part(BacktestSpec spec, Data data, long timeNs, long elapsedNs) {
        return made(spec, data, matcher.lives(), equity.upTo(timeNs), List.of(), "", elapsedNs);
    }

    private BacktestResult made(
            BacktestSpec spec,
            Data data,
            List<OrderLife> orders,
            EquityCurve curve,
            List<BarSeries> bars,
            String hash,
            long elapsedNs) {
        return new BacktestResult(
                spec,
                instrument,
                data.digest,
                data.ticks,
                data.rejectedTicks,
                data.firstRejectedTick,
                data.firstNs,
                data.lastNs,
                elapsedNs,
                List.copyOf(execution.fills()),
                List.copyOf(account.trades()),
                orders,
                List.copyOf(execution.rejections()),
                List.copyOf(margin.events()),
                account.position(),
                curve,
                Statistics.of(account, curve, instrument.calendar().daysPerYear()),
                bars,
                hash,
                matcher.gaps(),
                data.bars,
                null);
    }

    private String hash(BacktestSpec spec, Data data, List<OrderLife> orders) {
        String hash = ResultHash.of(
                spec, instrument, data.digest, data.ticks, execution.fills(), orders, margin.events(), account, equity);
        return data.bars == null ? hash : ResultHash.ofBars(data.bars, hash);
    }
}
