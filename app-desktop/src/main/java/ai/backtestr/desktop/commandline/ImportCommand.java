package ai.backtestr.desktop.commandline;

import ai.backtestr.data.imports.BarOptions;
import ai.backtestr.data.imports.BarStamp;
import ai.backtestr.data.imports.ColumnChoice;
import ai.backtestr.data.imports.ImportOptions;
import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.imports.TickFormat;
import ai.backtestr.data.store.Overlap;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.StoredImport;
import ai.backtestr.data.store.Tally;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Imports files of ticks and tells what became of every row.
@Command(
        name = "import",
        description = {
            "Imports files of ticks, or with --bars of bars, as one import, all or nothing, and tells what was read,"
                    + " accepted and rejected.",
            "A folder stands for the files of ticks in it and below it. Files may be packed with gzip, Zstandard or zip.",
            "Format, columns and times are found out from the files unless they are stated."
        })
final class ImportCommand implements Runnable {
    private enum Crossed {
        KEEP,
        REJECT
    }

    private static final int REJECTIONS_SHOWN = 10;
    private static final int NAMES_SHOWN = 1;

    private final CommandSession session;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files and folders to import, in any order.")
    private List<Path> files = List.of();

    @Option(
            names = "--symbol",
            required = true,
            paramLabel = "SYMBOL",
            description = "Instrument that the ticks belong to, such as EURUSD; made known if it is new.")
    private String symbol = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Format of the files: csv, dukascopy-bi5, dukascopy-csv, histdata, truefx, mt5, lean,"
                    + " binance-trades, binance-aggtrades, binance-stream, bitstamp, tardis or parquet.")
    private @Nullable TickFormat format;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of times that name none, such as -05:00 or America/New_York.")
    private @Nullable ZoneId zone;

    @Option(
            names = "--columns",
            paramLabel = "COLUMNS",
            description = "Columns of csv or parquet by number from 0 or by name, such as time=0,bid=1,ask=2 or"
                    + " time=0,price=1,size=2,side=3; further roles: date, symbol, bid_size, ask_size, buyer_maker;"
                    + " of bars time=0,open=1,high=2,low=3,close=4,volume=5.")
    private @Nullable ColumnChoice columns;

    @Option(
            names = "--time-format",
            paramLabel = "FORM",
            description = "How times of csv or parquet are written: s, ms, us or ns since the epoch, or a pattern such"
                    + " as 'dd/MM/yyyy HH:mm:ss.SSS'.")
    private @Nullable String timeFormat;

    @Option(
            names = "--scale",
            paramLabel = "DIGITS",
            description = "Prices are whole numbers with that many decimals: with 3, 151234 is 151.234.")
    private @Nullable Integer scale;

    @Option(
            names = "--crossed",
            paramLabel = "RULE",
            defaultValue = "keep",
            description = "Quotes whose ask is below their bid: keep or reject; keep unless stated.")
    private Crossed crossed = Crossed.KEEP;

    @Option(
            names = "--overlap",
            paramLabel = "RULE",
            defaultValue = "stop",
            description = "Ticks stored within the time of the new ones: replace them, merge both by time, or stop;"
                    + " stop unless stated.")
    private Overlap overlap = Overlap.STOP;

    @Option(
            names = "--bars",
            paramLabel = "LENGTH",
            description = "The files hold bars of that length, such as 1m, 1h or 1d, which are stored as bars.")
    private @Nullable Timeframe bars;

    @Option(
            names = "--bar-time",
            paramLabel = "STAMP",
            defaultValue = "start",
            description = "What the time of a bar says: its start or its end; start unless stated.")
    private BarStamp barTime = BarStamp.START;

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    ImportCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        Function<Workspace, BackgroundTask<ImportReport>> work = work();
        try (Workspace workspace = session.openWorkspace()) {
            ImportReport report = session.complete(work.apply(workspace));
            tellLeftOut(report);
            tellRejections(report);
            tellContractSize(workspace.stored(symbol).instrument());
            session.terminal().line(json ? document(report) : table(report));
        }
    }

    /// @throws ParameterException if the options contradict each other
    private Function<Workspace, BackgroundTask<ImportReport>> work() {
        try {
            ImportOptions options =
                    new ImportOptions(format, zone, columns, timeFormat, scale, crossed == Crossed.REJECT, overlap);
            if (bars == null) {
                return workspace -> workspace.storing().importing(files, symbol, options);
            }
            BarOptions ofBars = new BarOptions(bars, barTime, options);
            return workspace -> workspace.storing().importingBars(files, symbol, ofBars);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, e);
        }
    }

    private void tellLeftOut(ImportReport report) {
        if (!report.leftOut().isEmpty()) {
            session.terminal().message("left out, as not named like files of ticks: " + names(report.leftOut()));
        }
    }

    private void tellRejections(ImportReport report) {
        for (Rejection rejection :
                report.rejections().stream().limit(REJECTIONS_SHOWN).toList()) {
            session.terminal().message(rejection.describe());
        }
        long more = report.stored().tally().rejected() - REJECTIONS_SHOWN;
        if (more > 0) {
            session.terminal().message(FigureText.count(more) + " more rows were rejected");
        }
        if (report.alreadyImported()) {
            session.terminal()
                    .message(names(report.stored().origin().files())
                            + ": this content is imported already; nothing was changed");
        }
        if (report.stored().replaced() > 0 && !report.alreadyImported()) {
            session.terminal()
                    .message(FigureText.count(report.stored().replaced()) + (bars == null ? " ticks" : " bars")
                            + " stored earlier were replaced");
        }
    }

    /// Where a quantity is worth more or less than its price, money hangs on that being right.
    private void tellContractSize(Instrument instrument) {
        BigDecimal size = instrument.contract().contractSize();
        if (size.compareTo(BigDecimal.ONE) != 0) {
            session.terminal()
                    .message(instrument.symbol() + " is taken for a contract of " + size.toPlainString() + " "
                            + instrument.quoteCurrency() + " a point; 'backtestr instrument " + instrument.symbol()
                            + " --contract-size 1' changes that");
        }
    }

    /// The first few names, and how many more there are.
    private static String names(List<String> all) {
        String shown = String.join(", ", all.subList(0, Math.min(NAMES_SHOWN, all.size())));
        return all.size() > NAMES_SHOWN ? shown + " and " + (all.size() - NAMES_SHOWN) + " more" : shown;
    }

    private static String table(ImportReport report) {
        TextTable table = new TextTable("file", "format", "first", "last")
                .withNumbers("read", "accepted", "rejected", "out of order", "crossed");
        StoredImport stored = report.stored();
        Tally tally = stored.tally();
        table.row(
                names(stored.origin().files()),
                stored.origin().format(),
                Times.format(stored.firstNs()),
                Times.format(stored.lastNs()),
                FigureText.count(tally.rowsRead()),
                FigureText.count(tally.accepted()),
                FigureText.count(tally.rejected()),
                FigureText.count(tally.outOfOrder()),
                FigureText.count(tally.crossed()));
        return table.toString();
    }

    private static String document(ImportReport report) {
        return JsonText.MAPPER.writeValueAsString(List.of(node(report)));
    }

    private static ObjectNode node(ImportReport report) {
        StoredImport stored = report.stored();
        ObjectNode node = JsonText.MAPPER.createObjectNode();
        stored.origin().files().forEach(node.putArray("files")::add);
        node.put("symbol", stored.symbol());
        node.put("format", stored.origin().format());
        node.put("alreadyImported", report.alreadyImported());
        node.put("read", stored.tally().rowsRead());
        node.put("accepted", stored.tally().accepted());
        node.put("rejected", stored.tally().rejected());
        node.put("outOfOrder", stored.tally().outOfOrder());
        node.put("crossed", stored.tally().crossed());
        node.put("replaced", stored.replaced());
        node.put("first", Times.format(stored.firstNs()));
        node.put("last", Times.format(stored.lastNs()));
        node.put("dataDigest", stored.dataDigest());
        return node;
    }
}
