package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.instrument.InstrumentEdit;
import ai.backtestr.desktop.instrument.InstrumentField;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.instrument.Instrument;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Shows and edits what is assumed of an instrument.
@Command(
        name = "instrument",
        description = {
            "Shows in what steps an instrument is traded, what a quantity is worth and when its days begin.",
            "With options, changes that first. What is assumed at first comes from the symbol."
        })
final class InstrumentCommand implements Runnable {
    private final CommandSession session;

    @Parameters(arity = "1", paramLabel = "SYMBOL", description = "Instrument, as 'backtestr symbols' lists it.")
    private String symbol = "";

    @Option(names = "--base", paramLabel = "CURRENCY", description = "What a unit of quantity is, like EUR or BTC.")
    private @Nullable String base;

    @Option(names = "--quote", paramLabel = "CURRENCY", description = "What prices and profit are in, like USD.")
    private @Nullable String quote;

    @Option(names = "--tick-size", paramLabel = "PRICE", description = "Step of order prices, like 0.00001.")
    private @Nullable String tickSize;

    @Option(names = "--lot", paramLabel = "UNITS", description = "How many units are called a lot, like 100000.")
    private @Nullable String lot;

    @Option(names = "--step", paramLabel = "QUANTITY", description = "Step of order quantities.")
    private @Nullable String step;

    @Option(names = "--min-quantity", paramLabel = "QUANTITY", description = "Smallest order quantity.")
    private @Nullable String minQuantity;

    @Option(
            names = "--contract-size",
            paramLabel = "MONEY",
            description = "Money per point of price and unit of quantity, like 50 for an E-mini S&P 500.")
    private @Nullable String contractSize;

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            description = "When its trading days begin and sessions are: 24x7, forex, futures, stocks or one of the"
                    + " folder calendars.")
    private @Nullable String calendar;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone whose clock the calendar goes by, like America/New_York.")
    private @Nullable String zone;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    InstrumentCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (Workspace workspace = session.openWorkspace()) {
            Instrument instrument = workspace.stored(symbol).instrument();
            Map<InstrumentField, String> changes = changes();
            if (!changes.isEmpty()) {
                instrument = changed(instrument, changes, workspace);
                workspace.store().changeInstrument(instrument);
            }
            session.terminal().line(json ? JsonText.MAPPER.writeValueAsString(node(instrument)) : text(instrument));
        }
    }

    private Map<InstrumentField, String> changes() {
        Map<InstrumentField, String> changes = new EnumMap<>(InstrumentField.class);
        put(changes, InstrumentField.BASE, base);
        put(changes, InstrumentField.QUOTE, quote);
        put(changes, InstrumentField.TICK_SIZE, tickSize);
        put(changes, InstrumentField.LOT, lot);
        put(changes, InstrumentField.STEP, step);
        put(changes, InstrumentField.MIN_QUANTITY, minQuantity);
        put(changes, InstrumentField.CONTRACT_SIZE, contractSize);
        put(changes, InstrumentField.CALENDAR, calendar);
        put(changes, InstrumentField.ZONE, zone);
        return changes;
    }

    private static void put(Map<InstrumentField, String> changes, InstrumentField field, @Nullable String text) {
        if (text != null) {
            changes.put(field, text);
        }
    }

    private Instrument changed(Instrument instrument, Map<InstrumentField, String> changes, Workspace workspace) {
        InstrumentEdit edit = new InstrumentEdit(instrument, changes, workspace.store()::calendar);
        return edit.instrument().orElseThrow(() -> {
            Map.Entry<InstrumentField, String> first =
                    edit.problems().entrySet().iterator().next();
            return Usage.wrong(command, "--" + first.getKey().option() + ": " + first.getValue());
        });
    }

    private static String text(Instrument instrument) {
        TextTable table = new TextTable("field", "value", "meaning");
        table.row("symbol", instrument.symbol(), "");
        table.row("price-scale", Integer.toString(instrument.priceScale()), "Decimals of stored prices.");
        table.row("quantity-scale", Integer.toString(instrument.quantityScale()), "Decimals of stored quantities.");
        for (InstrumentField field : InstrumentField.values()) {
            table.row(field.option(), field.text(instrument), field.description());
        }
        return table.toString();
    }

    static ObjectNode node(Instrument instrument) {
        ObjectNode node = JsonText.MAPPER.createObjectNode();
        node.put("symbol", instrument.symbol());
        node.put("priceDecimals", instrument.priceScale());
        node.put("quantityDecimals", instrument.quantityScale());
        node.put("baseCurrency", instrument.contract().baseCurrency());
        node.put("currency", instrument.quoteCurrency());
        node.put("tickSize", InstrumentField.TICK_SIZE.text(instrument));
        node.put("lotSize", instrument.contract().lotSize());
        node.put("quantityStep", InstrumentField.STEP.text(instrument));
        node.put("minQuantity", InstrumentField.MIN_QUANTITY.text(instrument));
        node.put("contractSize", instrument.contract().contractSize());
        node.put("calendar", instrument.calendar().name());
        node.put("zone", InstrumentField.ZONE.text(instrument));
        return node;
    }
}
