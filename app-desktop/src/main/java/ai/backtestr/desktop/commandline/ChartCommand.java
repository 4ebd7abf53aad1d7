package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.chart.ChartImage;
import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.TimeSpan;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Draws a chart into a file.
@Command(name = "chart", description = "Draws bars and volume into a PNG file. Needs no display and opens no window.")
final class ChartCommand implements Runnable {
    private enum Theme {
        DARK,
        LIGHT
    }

    private final CommandSession session;

    @Parameters(arity = "1", paramLabel = "SYMBOL", description = "Instrument, as 'backtestr symbols' lists it.")
    private String symbol = "";

    @Option(names = "--timeframe", required = true, paramLabel = "BARS", description = TimeframeText.DESCRIPTION)
    private Timeframe timeframe = Timeframe.ONE_HOUR;

    @Mixin
    private RecordedOption recorded = new RecordedOption();

    @Mixin
    private RangeOptions range = new RangeOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write, ending in .png.")
    private Path out = Path.of("");

    @Option(names = "--width", paramLabel = "PIXELS", description = "Width of the picture; 1600 unless given.")
    private int width = 1600;

    @Option(names = "--height", paramLabel = "PIXELS", description = "Height of the picture; 900 unless given.")
    private int height = 900;

    @Option(names = "--theme", paramLabel = "THEME", description = "dark or light; dark unless given.")
    private Theme theme = Theme.DARK;

    @Spec
    private @Nullable CommandSpec command;

    ChartCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        ChartImage image = image();
        BarRequest request = new BarRequest(symbol, range.range(), null, timeframe, recorded.length());
        try (Workspace workspace = session.openWorkspace()) {
            boolean asStored = StoredHistory.shows(timeframe) && workspace.makesOfTicks(request);
            if (asStored && drawHistory(workspace, image)) {
                return;
            }
            BarSeries bars = session.complete(workspace.bars(request));
            PlacedFile.write(out, image.of(workspace.stored(symbol).instrument().title(), bars));
            session.terminal().line(out.toAbsolutePath().normalize().toString());
        }
    }

    /// Draws ticks as they are stored, however many.
    ///
    /// @return false if bars have to be made of them first
    private boolean drawHistory(Workspace workspace, ChartImage image) {
        Optional<StoredHistory> opened = session.complete(workspace.history(symbol));
        if (opened.isEmpty()) {
            return false;
        }
        try (StoredHistory history = opened.get()) {
            PlacedFile.write(out, image.of(history, timeframe, span(history)));
        }
        session.terminal().line(out.toAbsolutePath().normalize().toString());
        return true;
    }

    private TimeSpan span(StoredHistory history) {
        TimeRange wanted = range.range();
        long fromNs = Math.max(wanted.fromNs(), history.firstNs());
        long toNs = Math.min(wanted.toNs(), history.lastNs() + 1);
        if (fromNs >= toNs) {
            throw new ProblemException(symbol + " has no ticks from " + wanted + "; there are some from "
                    + Times.format(history.firstNs()) + " to " + Times.format(history.lastNs()));
        }
        return new TimeSpan(fromNs, toNs);
    }

    private ChartImage image() {
        try {
            return new ChartImage(width, height, theme == Theme.DARK ? ChartTheme.DARK : ChartTheme.LIGHT);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, e);
        }
    }
}
