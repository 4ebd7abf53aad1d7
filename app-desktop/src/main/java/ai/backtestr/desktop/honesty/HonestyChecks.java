package ai.backtestr.desktop.honesty;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.report.Finding;
import ai.backtestr.desktop.report.Honesty;
import ai.backtestr.desktop.report.SensitivityRow;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.honesty.PastComparison;
import ai.backtestr.engine.honesty.SensitivityCase;
import ai.backtestr.engine.honesty.SensitivityCases;
import ai.backtestr.engine.honesty.StaleFills;
import ai.backtestr.engine.honesty.TickSurvey;
import ai.backtestr.engine.honesty.Verdict;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BarDataRun;
import ai.backtestr.engine.run.StrategyException;
import ai.backtestr.engine.tick.TickSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Checks a run: whether it knew the future, what becomes of it under less kind assumptions, whether its fills were
/// made on old quotes, and whether luck explains it. The run is repeated for that, one after the other.
///
/// Any thread may ask; the work is done by whoever runs the task.
public final class HonestyChecks {
    private final Workspace workspace;
    private final BacktestRequest request;
    private final BacktestResult result;
    private final TaskControl control;
    private long done;
    private long total;
    private @Nullable PortfolioChecks several; // of a run over several instruments, once their ticks were read

    private HonestyChecks(Workspace workspace, BacktestRequest request, BacktestResult result, TaskControl control) {
        this.workspace = workspace;
        this.request = request;
        this.result = result;
        this.control = control;
    }

    /// Checks a run. A task that is cancelled once it has begun gives what was found until then.
    ///
    /// @param result what came of `request`
    public static BackgroundTask<Honesty> of(
            Workspace workspace, BacktestRequest request, BacktestResult result, CheckOptions options) {
        return new BackgroundTask<>("Checking the run", control -> switch (options.extent()) {
            case NONE -> Honesty.UNCHECKED;
            case QUICK -> quick(result);
            case FULL -> new HonestyChecks(workspace, request, result, control).full(options.staleNs());
        });
    }

    private static Honesty quick(BacktestResult result) {
        List<Finding> findings = new ArrayList<>();
        addUnmade("Not checked; the full checks repeat the run for it.", findings);
        findings.addAll(QuickChecks.of(result));
        return new Honesty(findings, List.of());
    }

    /// Returns what is known of a run whose checks were ended before they began.
    public static Honesty interrupted(BacktestResult result) {
        return interrupted(List.of(), result);
    }

    private static Honesty interrupted(List<Finding> made, BacktestResult result) {
        List<Finding> findings = new ArrayList<>(made);
        addUnmade("Not checked; the checks were interrupted.", findings);
        findings.addAll(QuickChecks.of(result));
        return new Honesty(findings, List.of(), true);
    }

    private static void addUnmade(String reason, List<Finding> findings) {
        List<Finding> unmade = List.of(
                new Finding("look-ahead", "Look-ahead", Verdict.NOT_CHECKED, reason),
                new Finding("sensitivity", "Sensitivity", Verdict.NOT_CHECKED, reason),
                new Finding("stale-fills", "Stale fills", Verdict.NOT_CHECKED, reason));
        findings.addAll(unmade.subList(findings.size(), unmade.size()));
    }

    private Honesty full(long staleNs) {
        List<Finding> findings = new ArrayList<>();
        try {
            return full(staleNs, findings);
        } catch (RuntimeException e) {
            if (control.isCancelled()) {
                return interrupted(findings, result); // what was found until then is kept
            }
            throw e;
        }
    }

    private Honesty full(long staleNs, List<Finding> findings) {
        List<Long> cuts = PastComparison.cuts(result);
        BarDataRun bars = result.barData();
        total = result.ticks() * (cuts.size() + 6L);
        TickSurvey survey = bars == null ? survey() : new TickSurvey(0, 0, List.of());
        List<SensitivityCase> cases =
                bars == null ? SensitivityCases.onTicks(result, survey) : SensitivityCases.onBars(result, bars);
        total = done + result.ticks() * (cuts.size() + cases.size());
        findings.add(lookAhead(cuts));
        List<SensitivityRow> rows = sensitivity(cases);
        findings.add(SensitivityFinding.of(rows, result));
        findings.add(
                bars == null
                        ? StaleFinding.of(StaleFills.of(survey.silencesNs(), staleNs), result)
                        : StaleFinding.onBars());
        findings.addAll(QuickChecks.of(result));
        return new Honesty(findings, rows);
    }

    private TickSurvey survey() {
        if (result.portfolio() != null) {
            several = PortfolioChecks.of(workspace, request, result, control);
            done += result.ticks();
            return several.survey();
        }
        List<Long> placedNs = result.fills().stream()
                .map(fill ->
                        result.orders().get((int) fill.orderId() - 1).order().placedNs())
                .toList();
        try (TickSource source = workspace.open(request.symbol(), request.range())) {
            TickSurvey survey = TickSurvey.of(source, result.fills(), placedNs, control::isCancelled);
            control.throwIfCancelled();
            done += result.ticks();
            return survey;
        }
    }

    private Finding lookAhead(List<Long> cuts) {
        for (long cutNs : cuts) {
            TimeRange before = new TimeRange(request.range().fromNs(), cutNs);
            BacktestRequest cutRequest =
                    request.withRange(before).withSpec(result.spec().withChartTimeframes(List.of()));
            Optional<String> difference = PastComparison.firstDifference(result, run(cutRequest), cutNs);
            if (difference.isPresent()) {
                return LookAheadFinding.failed(cutNs, difference.get(), isRepeatable());
            }
        }
        return LookAheadFinding.passed(cuts);
    }

    /// Tells whether the run does the same when nothing is cut off.
    private boolean isRepeatable() {
        return run(request.withSpec(result.spec().withChartTimeframes(List.of())))
                .resultHash()
                .equals(result.resultHash());
    }

    private List<SensitivityRow> sensitivity(List<SensitivityCase> cases) {
        List<SensitivityRow> rows = new ArrayList<>();
        rows.add(new SensitivityRow(SensitivityRow.AS_RUN, "As run", result.statistics(), ""));
        for (SensitivityCase harder : cases) {
            rows.add(row(harder));
        }
        return rows;
    }

    private SensitivityRow row(SensitivityCase harder) {
        try {
            BacktestRequest plain = request.withSpec(harder.spec()).withPath(harder.path());
            BacktestRequest changed = several == null ? plain : several.harder(plain, harder.id());
            return new SensitivityRow(harder.id(), harder.title(), run(changed).statistics(), "");
        } catch (CancellationException e) {
            throw e;
        } catch (ProblemException | StrategyException e) {
            return new SensitivityRow(harder.id(), harder.title(), null, String.valueOf(e.getMessage()));
        }
    }

    private BacktestResult run(BacktestRequest repeated) {
        control.throwIfCancelled();
        BackgroundTask<BacktestResult> task = workspace.backtest(repeated);
        control.onCancel(task::cancel);
        long before = done;
        long all = total;
        String unit = result.barData() == null ? "ticks" : "bars";
        control.reportFrom(() -> new TaskProgress(before + task.progress().done(), all, unit));
        BacktestResult again = task.run();
        done = before + result.ticks();
        return again;
    }
}
