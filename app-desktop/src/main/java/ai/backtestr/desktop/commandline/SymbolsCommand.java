package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.StoredSymbol;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.time.Times;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Lists what is stored.
@Command(name = "symbols", description = "Lists the instruments that have ticks: the first, the last, how many, bytes.")
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
            if (json) {
                session.terminal()
                        .line(JsonText.MAPPER.writeValueAsString(
                                symbols.stream().map(SymbolsCommand::node).toList()));
            } else if (symbols.isEmpty()) {
                session.terminal()
                        .message("no ticks are stored yet; 'backtestr import FILE --symbol SYMBOL' stores some,"
                                + " 'backtestr demo' a sample");
            } else {
                session.terminal().line(table(symbols));
            }
        }
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
