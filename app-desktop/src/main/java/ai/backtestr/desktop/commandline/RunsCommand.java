package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.RunRecord;
import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.runs.RunHistory;
import ai.backtestr.desktop.runs.RunListing;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists the runs that are kept and changes what is said about them.
@Command(
        name = "runs",
        description = {
            "Lists the runs that are kept, the latest first.",
            "With numbers, lists those, after tagging, remarking or deleting them as the options say."
        })
final class RunsCommand implements Runnable {
    private static final int SECONDS_LENGTH = "2013-11-25T00:00:00".length();

    private final CommandSession session;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Numbers of runs.")
    private List<Integer> ids = List.of();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only runs on this instrument.")
    private @Nullable String symbol;

    @Option(names = "--tag", paramLabel = "WORD", description = "Only runs with this tag.")
    private @Nullable String tag;

    @Option(names = "--add-tag", paramLabel = "WORD", description = "Tag the runs named; may be repeated.")
    private List<String> added = List.of();

    @Option(names = "--remove-tag", paramLabel = "WORD", description = "Take a tag off the runs named.")
    private List<String> removed = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "Set the remark of the runs named; '' for none.")
    private @Nullable String note;

    @Option(names = "--delete", description = "Delete the runs named. Reports that were written stay.")
    private boolean delete;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    RunsCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        boolean changes = delete || note != null || !added.isEmpty() || !removed.isEmpty();
        if (ids.isEmpty() && changes) {
            throw Usage.wrong(command, "name the runs to change, like 'backtestr runs 12 13 --add-tag good'");
        }
        if (!ids.isEmpty() && (symbol != null || tag != null)) {
            throw Usage.wrong(command, "--symbol and --tag choose among all runs; leave them out where runs are named");
        }
        try (Workspace workspace = session.openWorkspace()) {
            RunHistory history = new RunHistory(workspace);
            if (delete) {
                delete(history);
            } else {
                print(ids.isEmpty() ? history.archive().list(symbol, tag) : named(history));
            }
        }
    }

    private void delete(RunHistory history) {
        List<StoredRun> all = ids.stream().map(history::stored).toList();
        all.forEach(run -> history.archive().remove(run.id()));
        session.terminal().message(all.size() == 1 ? "1 run was deleted" : all.size() + " runs were deleted");
    }

    private List<StoredRun> named(RunHistory history) {
        List<StoredRun> all = ids.stream().map(history::stored).toList();
        return all.stream().map(run -> described(run, history)).toList();
    }

    private StoredRun described(StoredRun run, RunHistory history) {
        Set<String> tags = new LinkedHashSet<>(run.tags());
        tags.addAll(added);
        removed.forEach(tags::remove);
        String remark = note == null ? run.note() : note;
        boolean isSame = run.tags().equals(List.copyOf(tags)) && run.note().equals(remark);
        return isSame
                ? run
                : history.archive()
                        .describe(run.id(), List.copyOf(tags), remark)
                        .orElse(run);
    }

    private void print(List<StoredRun> runs) {
        if (json) {
            session.terminal().line(RunListing.json(runs));
        } else if (runs.isEmpty()) {
            session.terminal().message("no such run is kept; 'backtestr run' keeps every run");
        } else {
            session.terminal().line(table(runs));
        }
    }

    private static String table(List<StoredRun> runs) {
        TextTable table = new TextTable("id", "started", "symbol", "strategy", "parameters", "tags", "note")
                .withNumbers("trades", "net profit", "return", "max drawdown", "sharpe");
        for (StoredRun stored : runs) {
            RunRecord run = stored.run();
            RunRecord.Figures figures = run.figures();
            table.row(
                    Integer.toString(stored.id()),
                    Times.format(run.startedNs()).substring(0, SECONDS_LENGTH),
                    symbols(stored),
                    run.strategy(),
                    RunListing.parameters(stored),
                    String.join(" ", stored.tags()),
                    stored.note(),
                    FigureText.count(figures.trades()),
                    FigureText.decimal(figures.netProfit()) + " " + figures.currency(),
                    number(figures.returnPercent(), " %"),
                    number(figures.maxDrawdownPercent(), " %"),
                    number(figures.sharpe(), ""));
        }
        return table.toString();
    }

    /// Of a run over several instruments all of them.
    private static String symbols(StoredRun stored) {
        boolean several = stored.run().manifest().contains("\"portfolio\"");
        return several
                ? String.join("+", RunHistory.manifest(stored).symbols())
                : stored.run().symbol();
    }

    private static String number(@Nullable Double value, String unit) {
        return value == null ? FigureText.UNDEFINED : FigureText.decimal(BigDecimal.valueOf(value)) + unit;
    }
}
