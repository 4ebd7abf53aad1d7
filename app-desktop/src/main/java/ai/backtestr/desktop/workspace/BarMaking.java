package ai.backtestr.desktop.workspace;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.engine.bar.BarDataSource;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.run.BarRun;
import ai.backtestr.engine.run.RecordedBarRun;
import ai.backtestr.engine.tick.TickSource;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Makes bars of ticks, or of bars as they were recorded.
record BarMaking(Workspace workspace) {
    /// Makes them, on the calling thread.
    ///
    /// @throws CancellationException if `control` cancels it
    BarSeries make(BarRequest request, TaskControl control) {
        StoredData data = workspace.data(request.symbol(), request.recorded(), any -> any.makes(request.timeframe()));
        if (data.recorded() != null) {
            return recordedBars(request, data.recorded(), control);
        }
        try (TickSource source = workspace.open(request.symbol(), request.range())) {
            BarPrice price = request.price();
            if (price == null) {
                price = source.hasTrades() ? BarPrice.TRADE : BarPrice.BID;
            }
            BarRun run = prepare(request, source, price);
            control.onCancel(run::cancel);
            return requireBars(run.run().orElseThrow(Workspace::cancellation).getFirst(), request);
        }
    }

    private static BarRun prepare(BarRequest request, TickSource source, BarPrice price) {
        try {
            return new BarRun(source, price, List.of(request.timeframe()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(request.symbol() + ": " + e.getMessage(), e);
        }
    }

    private BarSeries recordedBars(BarRequest request, Timeframe recorded, TaskControl control) {
        if (request.price() != null) {
            throw new ProblemException(request.symbol() + " has " + recorded
                    + " bars as they were recorded, of one price alone; leave the price out");
        }
        try (BarDataSource source = workspace.open(request.symbol(), recorded, request.range())) {
            RecordedBarRun run = new RecordedBarRun(source, request.timeframe());
            control.onCancel(run::cancel);
            return run.run().orElseThrow(Workspace::cancellation);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(request.symbol() + ": " + e.getMessage(), e);
        }
    }

    private static BarSeries requireBars(BarSeries bars, BarRequest request) {
        if (bars.count() == 0) {
            String other = bars.price() == BarPrice.TRADE
                    ? "no trades, only quotes; take the price bid, ask or mid"
                    : "no quotes, only trades; take the price trade";
            throw new ProblemException(request.symbol() + " has " + other);
        }
        return bars;
    }
}
