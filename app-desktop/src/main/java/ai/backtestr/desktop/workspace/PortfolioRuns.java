package ai.backtestr.desktop.workspace;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.PortfolioBacktest;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs backtests over several stored instruments, and reads the rates that they need.
///
/// @param workspace where the ticks are
/// @param resources the threads they use
/// @param watch hears of each
record PortfolioRuns(Workspace workspace, RunResources resources, RunWatch watch) {

    /// Runs one on this thread.
    ///
    /// @return nothing if it was cancelled
    /// @throws ProblemException if an instrument or a rate is missing
    Optional<BacktestResult> run(BacktestRequest request, PortfolioRequest portfolio, TaskControl control) {
        List<StoredData> stored = workspace.stored();
        List<StoredData> traded = new ArrayList<>();
        traded.add(ticks(request.symbol()));
        portfolio.also().forEach(symbol -> traded.add(ticks(symbol)));
        String problem = timeProblem(traded);
        if (!problem.isEmpty()) {
            throw new ProblemException(problem);
        }
        List<StoredData> rates = new StoredRates(portfolio, traded, request.range(), stored).needed();
        List<TickSource> sources = new ArrayList<>();
        try {
            traded.forEach(data -> sources.add(open(data, request.range())));
            rates.forEach(data -> sources.add(open(data, request.range())));
            return run(request, portfolio, sources, control);
        } finally {
            sources.forEach(TickSource::close);
        }
    }

    private Optional<BacktestResult> run(
            BacktestRequest request, PortfolioRequest portfolio, List<TickSource> sources, TaskControl control) {
        int traded = portfolio.also().size() + 1;
        long total = sources.stream().mapToLong(TickSource::tickCount).sum();
        PortfolioBacktest backtest =
                prepare(request, portfolio, sources.subList(0, traded), sources.subList(traded, sources.size()));
        control.reportFrom(() -> new TaskProgress(backtest.snapshot().ticks(), total, "ticks"));
        control.onCancel(backtest::cancel);
        watch.begin(backtest::wishForPart);
        return backtest.run();
    }

    private PortfolioBacktest prepare(
            BacktestRequest request, PortfolioRequest portfolio, List<TickSource> traded, List<TickSource> rates) {
        try {
            Monitor monitor = resources.monitor();
            return new PortfolioBacktest(
                    portfolio.spec(request.spec()),
                    traded,
                    rates,
                    TickPage.DEFAULT_CAPACITY,
                    resources.threads(),
                    monitor == null ? null : monitor.stages());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(request.symbol() + ": " + e.getMessage(), e);
        }
    }

    /// Says which instrument has no time in common with the main one; empty for none.
    static String timeProblem(List<StoredData> traded) {
        StoredData main = traded.getFirst();
        for (StoredData other : traded) {
            if (other.firstNs() > main.lastNs() || other.lastNs() < main.firstNs()) {
                return other.instrument().symbol() + " has ticks from "
                        + Times.format(other.firstNs()) + " to " + Times.format(other.lastNs()) + ", "
                        + main.instrument().symbol() + " from " + Times.format(main.firstNs()) + " to "
                        + Times.format(main.lastNs()) + ": they have no time in common";
            }
        }
        return "";
    }

    private StoredData ticks(String symbol) {
        StoredData data = workspace.stored(symbol);
        if (data.recorded() != null) {
            throw new ProblemException(symbol + " has " + data.kind()
                    + " alone; a run over several instruments, or in another currency, takes ticks: import its"
                    + " ticks, or run it by itself in its own currency");
        }
        return data;
    }

    private TickSource open(StoredData data, TimeRange range) {
        return workspace.open(data.instrument().symbol(), range);
    }
}
