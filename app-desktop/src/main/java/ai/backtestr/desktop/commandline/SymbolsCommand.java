package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.StoredBars;
import ai.backtestr.data.store.StoredSymbol;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.time.Times;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Lists what is stored.
@Command(
        name = "symbols",
        description = "Lists what is stored: ticks and recorded bars, the first, the last, how many.")
final class SymbolsCommand implements Runnable {
    private final CommandSession session;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    SymbolsCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (Workspace workspace = session.openWorkspace()) {
            List<StoredSymbol> symbols = workspace.store().symbols();
            List<StoredBars> bars = workspace.store().bars().all();
            if (json) {
                session.terminal()
                        .line(JsonText.MAPPER.writeValueAsString(Stream.concat(
                                        symbols.stream().map(SymbolsCommand::node),
                                        bars.stream().map(SymbolsCommand::node))
                                .toList()));
            } else if (symbols.isEmpty() && bars.isEmpty()) {
                session.terminal()
                        .message("nothing is stored yet; 'backtestr import FILE --symbol SYMBOL' stores some,"
                                + " 'backtestr demo' a sample");
            } else {
                print(symbols, bars);
            }
        }
    }

    private void print(List<StoredSymbol> symbols, List<StoredBars> bars) {
        if (!symbols.isEmpty()) {
            session.terminal().line(table(symbols));
        }
        if (!bars.isEmpty()) {
            session.terminal().line(tableOfBars(bars));
        }
    }

    private static String tableOfBars(List<StoredBars> all) {
        TextTable table = new TextTable("symbol", "bars of", "first", "last").withNumbers("bars");
        for (StoredBars bars : all) {
            table.row(
                    bars.instrument().symbol(),
                    bars.timeframe().toString(),
                    Times.format(bars.firstNs()),
                    Times.format(bars.lastNs()),
                    FigureText.count(bars.bars()));
        }
        return table.toString();
    }

    private static ObjectNode node(StoredBars bars) {
        ObjectNode node = JsonText.MAPPER.createObjectNode();
        node.put("symbol", bars.instrument().symbol());
        node.put("timeframe", bars.timeframe().toString());
        node.put("first", Times.format(bars.firstNs()));
        node.put("last", Times.format(bars.lastNs()));
        node.put("bars", bars.bars());
        put(bars.instrument(), node);
        return node;
    }

    private static void put(Instrument instrument, ObjectNode node) {
        node.put("priceDecimals", instrument.priceScale());
        node.put("quantityDecimals", instrument.quantityScale());
        node.put("currency", instrument.quoteCurrency());
        node.put("calendar", instrument.calendar().name());
    }

    private static String table(List<StoredSymbol> symbols) {
        TextTable table = new TextTable("symbol", "first", "last").withNumbers("ticks", "bytes");
        for (StoredSymbol symbol : symbols) {
            table.row(
                    symbol.instrument().title(),
                    Times.format(symbol.firstNs()),
                    Times.format(symbol.lastNs()),
                    FigureText.count(symbol.ticks()),
                    FigureText.count(symbol.bytesOnDisk()));
        }
        return table.toString();
    }

    private static ObjectNode node(StoredSymbol symbol) {
        ObjectNode node = InstrumentCommand.node(symbol.instrument());
        node.put("synthetic", symbol.instrument().isSynthetic());
        node.put("first", Times.format(symbol.firstNs()));
        node.put("last", Times.format(symbol.lastNs()));
        node.put("ticks", symbol.ticks());
        node.put("bytes", symbol.bytesOnDisk());
        return node;
    }
}
