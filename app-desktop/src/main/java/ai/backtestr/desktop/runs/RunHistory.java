package ai.backtestr.desktop.runs;

import ai.backtestr.data.store.RunArchive;
import ai.backtestr.data.store.RunRecord;
import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.statistics.Statistic;
import ai.backtestr.engine.time.Times;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The runs that are kept, and how to get one again. Any thread.
public final class RunHistory {
    private final Workspace workspace;

    /// The runs kept in a home folder.
    public RunHistory(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Keeps a run.
    ///
    /// @param started when it was run
    public StoredRun keep(
            BacktestRequest request, BacktestResult result, Instant started, List<String> tags, String note) {
        return archive().add(record(RunManifest.of(request, result), result, started), tags, note);
    }

    private static RunRecord record(RunManifest manifest, BacktestResult result, Instant started) {
        return new RunRecord(
                Times.nanos(started),
                manifest.symbol(),
                manifest.strategy(),
                manifest.parameters(),
                result.dataDigest(),
                result.ticks(),
                result.firstNs(),
                result.lastNs(),
                result.elapsedNs(),
                result.spec().execution().seed(),
                manifest.program(),
                manifest.resultHash(),
                figures(result),
                ManifestDocument.of(manifest));
    }

    private static RunRecord.Figures figures(BacktestResult result) {
        BigDecimal netProfit = result.statistics().get("netProfit").value();
        return new RunRecord.Figures(
                result.currency(),
                netProfit == null ? BigDecimal.ZERO : netProfit,
                number(result.statistics().get("returnPercent")),
                number(result.statistics().get("maxDrawdownPercent")),
                number(result.statistics().get("sharpe")),
                result.trades().size());
    }

    private static @Nullable Double number(Statistic statistic) {
        return statistic.value() == null ? null : statistic.value().doubleValue();
    }

    /// Returns the runs kept by the store.
    public RunArchive archive() {
        return workspace.store().runs();
    }

    /// Returns the run of that number.
    ///
    /// @throws ProblemException if none is kept
    public StoredRun stored(int id) {
        return archive()
                .find(id)
                .orElseThrow(
                        () -> new ProblemException("no run " + id + " is kept; 'backtestr runs' lists those that are"));
    }

    /// Returns the manifest of a kept run, by its number, or of a report, by its folder or manifest file.
    ///
    /// @throws ProblemException if there is none or it cannot be read
    public RunManifest manifest(String numberOrPath) {
        if (numberOrPath.matches("\\d{1,9}")) {
            return manifest(stored(Integer.parseInt(numberOrPath)));
        }
        Path path = Path.of(numberOrPath);
        Path file = Files.isDirectory(path) ? path.resolve(RunManifest.FILE_NAME) : path;
        try {
            return ManifestDocument.parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new ProblemException(
                    numberOrPath + " is neither the number of a run nor the folder of a report with a "
                            + RunManifest.FILE_NAME + "; 'backtestr runs' lists the runs that are kept",
                    e);
        }
    }

    /// Returns the manifest of a kept run.
    ///
    /// @throws ProblemException if it cannot be read
    public static RunManifest manifest(StoredRun run) {
        return ManifestDocument.parse(run.run().manifest(), "the manifest of run " + run.id());
    }

    /// Returns what to run to get the result of a manifest again, on the instrument as it is now.
    ///
    /// @throws ProblemException if that is not possible any more
    /// @throws ai.backtestr.data.store.StoreException if its symbol has no ticks any more
    public BacktestRequest request(RunManifest manifest) {
        Function<String, Instrument> stored = symbol -> workspace.stored(symbol).instrument();
        try {
            return manifest.request(stored, workspace.strategies());
        } catch (IllegalArgumentException e) {
            throw new ProblemException("the run cannot be made again: " + e.getMessage(), e);
        }
    }

    /// Makes kept runs again, one after the other, see [RunsAgain].
    public BackgroundTask<List<RunsAgain.Again>> again(List<String> names, List<RunManifest> manifests) {
        return RunsAgain.of(workspace, this, names, manifests);
    }

    /// Runs a manifest again.
    ///
    /// @return what it came to then, on the left, and now, on the right
    public BackgroundTask<RunComparison> rerun(RunManifest manifest) {
        BacktestRequest request = request(manifest);
        BackgroundTask<BacktestResult> task = workspace.backtest(request);
        return new BackgroundTask<>(
                "Running " + manifest.strategy() + " on " + manifest.symbol() + " again", control -> {
                    control.reportFrom(task::progress);
                    control.onCancel(task::cancel);
                    return RunComparison.of(manifest, ManifestDocument.asRead(RunManifest.of(request, task.run())));
                });
    }
}
