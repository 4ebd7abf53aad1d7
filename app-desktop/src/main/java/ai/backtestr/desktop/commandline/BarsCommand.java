package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.report.CsvText;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarPrice;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.time.Times;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints bars.
@Command(
        name = "bars",
        description = "Prints bars built from the ticks of an instrument, or recorded ones, stamped with their start.")
final class BarsCommand implements Runnable {
    private static final String[] COLUMNS = {"time", "open", "high", "low", "close", "volume", "ticks"};

    private final CommandSession session;

    @Parameters(arity = "1", paramLabel = "SYMBOL", description = "Instrument, as 'backtestr symbols' lists it.")
    private String symbol = "";

    @Option(names = "--timeframe", required = true, paramLabel = "BARS", description = TimeframeText.DESCRIPTION)
    private Timeframe timeframe = Timeframe.ONE_MINUTE;

    @Option(
            names = "--price",
            paramLabel = "PRICE",
            description =
                    "What they are made of: bid, ask, mid or trade; otherwise trades if there are any, else bids.")
    private @Nullable BarPrice price;

    @Mixin
    private RecordedOption recorded = new RecordedOption();

    @Mixin
    private RangeOptions range = new RangeOptions();

    @Option(names = "--csv", description = "Print them as CSV.")
    private boolean csv;

    BarsCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        BarRequest request = new BarRequest(symbol, range.range(), price, timeframe, recorded.length());
        try (Workspace workspace = session.openWorkspace()) {
            boolean ofTicks = workspace.makesOfTicks(request);
            BarSeries bars = session.complete(workspace.bars(request));
            String[] columns = ofTicks ? COLUMNS : Arrays.copyOf(COLUMNS, COLUMNS.length - 1);
            session.read(() -> print(columns, bars));
        }
    }

    private void print(String[] columns, BarSeries bars) {
        if (csv) {
            CsvText.write(session.terminal().out(), writer -> writeCsv(columns, bars, writer));
        } else {
            session.terminal().line(table(columns, bars));
        }
    }

    private static void writeCsv(String[] columns, BarSeries bars, CsvWriter writer) {
        writer.writeRecord(columns);
        for (int i = 0; i < bars.count(); i++) {
            writer.writeRecord(Arrays.copyOf(row(bars, i), columns.length));
        }
    }

    private static String table(String[] columns, BarSeries bars) {
        TextTable table = new TextTable(columns[0]).withNumbers(Arrays.copyOfRange(columns, 1, columns.length));
        for (int i = 0; i < bars.count(); i++) {
            table.row(Arrays.copyOf(row(bars, i), columns.length));
        }
        return table.toString();
    }

    private static String[] row(BarSeries bars, int index) {
        int scale = bars.priceScale();
        return new String[] {
            Times.format(bars.timeNs(index)),
            FixedPoint.format(bars.open(index), scale),
            FixedPoint.format(bars.high(index), scale),
            FixedPoint.format(bars.low(index), scale),
            FixedPoint.format(bars.close(index), scale),
            FixedPoint.format(bars.volume(index), bars.quantityScale()),
            Long.toString(bars.ticks(index))
        };
    }
}
