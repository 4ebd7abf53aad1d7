package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.StrategyDefinition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists the strategies.
@Command(name = "strategies", description = "Lists the strategies with their parameters, defaults and ranges.")
final class StrategiesCommand implements Runnable {
    private final CommandSession session;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    StrategiesCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (json) {
            ArrayNode all = JsonText.MAPPER.createArrayNode();
            BuiltInStrategies.all().forEach(strategy -> all.add(node(strategy)));
            session.terminal().line(JsonText.MAPPER.writeValueAsString(all));
        } else {
            BuiltInStrategies.all().forEach(this::print);
        }
    }

    private void print(StrategyDefinition strategy) {
        TextTable table = new TextTable("parameter", "default", "range", "what it does");
        for (Parameter parameter : strategy.parameters()) {
            table.row(parameter.name(), parameter.defaultText(), parameter.range(), parameter.description());
        }
        session.terminal().line(strategy.name() + " (" + strategy.title() + "): " + strategy.description());
        session.terminal().line("");
        session.terminal().line(table.toString().indent(2).stripTrailing());
        session.terminal().line("");
    }

    private static ObjectNode node(StrategyDefinition strategy) {
        ObjectNode node = JsonText.MAPPER.createObjectNode();
        node.put("name", strategy.name());
        node.put("title", strategy.title());
        node.put("description", strategy.description());
        ArrayNode parameters = node.putArray("parameters");
        for (Parameter parameter : strategy.parameters()) {
            parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("default", parameter.defaultText())
                    .put("range", parameter.range())
                    .put("description", parameter.description());
        }
        return node;
    }
}
