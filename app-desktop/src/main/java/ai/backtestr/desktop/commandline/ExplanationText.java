package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.runs.ExplainedFill;
import ai.backtestr.engine.explanation.FillExplanation;
import ai.backtestr.engine.explanation.TicksAround;
import ai.backtestr.engine.explanation.TicksAround.Tick;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.time.Times;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The explanation of a fill as people read it, and as a document.
public final class ExplanationText {
    private ExplanationText() {}

    /// Returns it as lines for a fixed-width font, without a line end at its end.
    public static String of(ExplainedFill explained) {
        FillExplanation explanation = explained.explanation();
        StringBuilder text = new StringBuilder("Fill " + explanation.number() + "\n");
        int width = explanation.facts().stream()
                .mapToInt(fact -> fact.name().length())
                .max()
                .orElse(0);
        for (FillExplanation.Fact fact : explanation.facts()) {
            text.append("  ")
                    .append(fact.name())
                    .repeat(' ', width + 2 - fact.name().length())
                    .append(fact.text())
                    .append('\n');
        }
        text.append('\n').append(explanation.rule()).append('\n');
        text.append(conclusion(explained));
        TicksAround around = explained.around();
        return around.at().isEmpty() ? text.toString() : text + "\n\n" + ticks(around, explained.instrument());
    }

    private static String conclusion(ExplainedFill explained) {
        boolean confirmed = explained.explanation().confirmed();
        if (explained.result().barData() != null) {
            return confirmed
                    ? "Compared with its bar: nothing speaks against it. Where inside a bar a price was met is assumed."
                    : "Compared with its bar, it CANNOT have been made.";
        }
        return confirmed
                ? "Worked out again from the data: the same price, time and slippage."
                : "Worked out again from the data, it does NOT come to what was booked.";
    }

    private static TextTable ticks(TicksAround around, Instrument instrument) {
        TextTable table = new TextTable("", "time", "kind").withNumbers("bid", "ask", "spread", "bid size", "ask size");
        around.before().forEach(tick -> add("", tick, instrument, table));
        around.at().forEach(tick -> add("fill", tick, instrument, table));
        around.after().forEach(tick -> add("", tick, instrument, table));
        return table;
    }

    private static void add(String mark, Tick tick, Instrument instrument, TextTable table) {
        table.row(
                mark,
                Times.format(tick.timeNs()),
                tick.isTrade() ? "trade" : "quote",
                instrument.formatPrice(tick.bid()),
                instrument.formatPrice(tick.ask()),
                instrument.formatPrice(tick.ask() - tick.bid()),
                instrument.formatQuantity(tick.bidSize()),
                instrument.formatQuantity(tick.askSize()));
    }

    static ObjectNode document(ExplainedFill explained) {
        FillExplanation explanation = explained.explanation();
        Instrument instrument = explained.instrument();
        ObjectNode root = JsonText.MAPPER.createObjectNode();
        root.put("fill", explanation.number());
        root.put("confirmed", explanation.confirmed());
        root.put("rule", explanation.rule());
        ObjectNode facts = root.putObject("facts");
        explanation.facts().forEach(fact -> facts.put(fact.name(), fact.text()));
        ArrayNode events = root.putArray("events");
        for (OrderEvent event : explanation.life().events()) {
            events.addObject()
                    .put("time", Times.format(event.timeNs()))
                    .put("kind", event.kind().toString())
                    .put("reason", event.reason());
        }
        ObjectNode ticks = root.putObject("ticks");
        put("before", explained.around().before(), instrument, ticks);
        put("at", explained.around().at(), instrument, ticks);
        put("after", explained.around().after(), instrument, ticks);
        return root;
    }

    private static void put(String name, List<Tick> ticks, Instrument instrument, ObjectNode node) {
        ArrayNode array = node.putArray(name);
        for (Tick tick : ticks) {
            array.addObject()
                    .put("time", Times.format(tick.timeNs()))
                    .put("kind", tick.isTrade() ? "trade" : "quote")
                    .put("bid", instrument.formatPrice(tick.bid()))
                    .put("ask", instrument.formatPrice(tick.ask()))
                    .put("bidSize", instrument.formatQuantity(tick.bidSize()))
                    .put("askSize", instrument.formatQuantity(tick.askSize()));
        }
    }
}
