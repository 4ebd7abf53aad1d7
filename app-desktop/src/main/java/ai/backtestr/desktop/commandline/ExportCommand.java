package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.ExportFormat;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.Exports;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.Timeframe;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes ticks, bars or the result of a query into a file.
@Command(
        name = "export",
        description = {
            "Writes the ticks or bars of an instrument, or what a SELECT finds, into a file: Parquet or CSV, by its name.",
            "The file appears complete or not at all. Prices and sizes have all their digits, times are in UTC."
        })
final class ExportCommand implements Runnable {
    private enum What {
        TICKS,
        BARS
    }

    private final CommandSession session;

    @Parameters(arity = "0..1", paramLabel = "SYMBOL", description = "Instrument, as 'backtestr symbols' lists it.")
    private @Nullable String symbol;

    @Option(names = "--sql", paramLabel = "SELECT", description = "Write what this statement finds instead, in quotes.")
    private @Nullable String sql;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "File to write, ending in .parquet, .csv, .csv.gz or .csv.zst.")
    private Path out = Path.of("");

    @Option(names = "--what", paramLabel = "WHAT", description = "ticks or bars; ticks unless given.")
    private What what = What.TICKS;

    @Option(names = "--timeframe", paramLabel = "BARS", description = TimeframeText.DESCRIPTION)
    private @Nullable Timeframe timeframe;

    @Option(
            names = "--price",
            paramLabel = "PRICE",
            description =
                    "What bars are made of: bid, ask, mid or trade; otherwise trades if there are any, else bids.")
    private @Nullable BarPrice price;

    @Mixin
    private RangeOptions range = new RangeOptions();

    @Option(names = "--force", description = "Replace a file that is there already.")
    private boolean force;

    @Spec
    private @Nullable CommandSpec command;

    ExportCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        TimeRange times = range.range();
        ExportFormat format = format();
        requireSense(times);
        try (Workspace workspace = session.openWorkspace()) {
            Exports exports = new Exports(workspace, out, format, force);
            exports.requireFree();
            long rows = session.complete(task(workspace, exports, times));
            session.terminal().message(FigureText.count(rows) + " rows written");
            session.terminal().line(out.toAbsolutePath().normalize().toString());
        }
    }

    private BackgroundTask<Long> task(Workspace workspace, Exports exports, TimeRange times) {
        if (sql != null) {
            return exports.query(sql);
        }
        String instrument = String.valueOf(symbol);
        Timeframe length = timeframe;
        return length == null
                ? exports.ticks(instrument, times)
                : exports.bars(session.complete(workspace.bars(new BarRequest(instrument, times, price, length))));
    }

    private ExportFormat format() {
        try {
            return ExportFormat.of(out);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, e);
        }
    }

    /// @throws ParameterException if the options do not fit together
    private void requireSense(TimeRange times) {
        if ((symbol == null) == (sql == null)) {
            throw Usage.wrong(command, "name either a symbol or, with --sql, a SELECT");
        }
        boolean bars = what == What.BARS;
        if (sql != null && (bars || timeframe != null || price != null || !times.equals(TimeRange.ALL))) {
            throw Usage.wrong(
                    command,
                    "--what, --timeframe, --price, --from and --to do not go with --sql; the"
                            + " statement says what to write");
        }
        if (bars != (timeframe != null)) {
            throw Usage.wrong(
                    command,
                    bars ? "bars need their length, such as --timeframe 1m" : "--timeframe goes with --what bars");
        }
        if (!bars && price != null) {
            throw Usage.wrong(command, "--price goes with --what bars");
        }
    }
}
