package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.report.JsonText;
import ai.backtestr.desktop.userstrategy.OwnStrategy;
import ai.backtestr.desktop.userstrategy.SourceProblem;
import ai.backtestr.desktop.userstrategy.StrategyLibrary;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists the strategies, writes a new one to begin with, and compiles the user's own.
@Command(
        name = "strategies",
        description =
                "Lists the strategies with their parameters, defaults and ranges: those that come with the program"
                        + " and those in the strategies folder of the home folder.")
final class StrategiesCommand implements Runnable {
    private final CommandSession session;

    @ArgGroup
    private @Nullable Action action;

    @Spec
    private @Nullable CommandSpec command;

    /// What to do other than print a list.
    private static final class Action {
        @Option(names = "--json", description = "Print them as JSON.")
        private boolean json;

        @Option(
                names = "--new",
                paramLabel = "NAME",
                description = "Write a strategy to begin with to the strategies folder, such as my-cross.")
        private @Nullable String newName;

        @Option(names = "--check", description = "Compile your own and show what is wrong with them.")
        private boolean check;
    }

    StrategiesCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        StrategyLibrary library =
                new StrategyLibrary(session.home().strategies(), session.home().sessions());
        Action chosen = action == null ? new Action() : action;
        if (chosen.newName != null) {
            create(library, chosen.newName);
        } else if (chosen.check) {
            check(library);
        } else if (chosen.json) {
            printJson(library);
        } else {
            BuiltInStrategies.all().forEach(strategy -> print(strategy, ""));
            library.own().forEach(this::print);
        }
    }

    private void create(StrategyLibrary library, String name) {
        try {
            session.terminal().line(library.create(name).toString());
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, e);
        }
    }

    private void check(StrategyLibrary library) {
        List<OwnStrategy> all = library.own();
        for (OwnStrategy strategy : all) {
            if (strategy.problems().isEmpty()) {
                session.terminal().line(strategy.file().getFileName() + ": fine");
            }
            printProblems(strategy);
        }
        long broken =
                all.stream().filter(strategy -> !strategy.problems().isEmpty()).count();
        if (broken > 0) {
            session.terminal().out().flush();
            throw new ProblemException(broken + " of " + all.size() + " strategies in " + library.folder()
                    + " cannot be used; correct what is shown and check again");
        }
        if (all.isEmpty()) {
            session.terminal()
                    .line("no strategies in " + library.folder() + "; 'strategies --new my-cross' writes one");
        }
    }

    private void printProblems(OwnStrategy strategy) {
        for (SourceProblem problem : strategy.problems()) {
            problem.lines().forEach(session.terminal()::line);
        }
    }

    private void print(OwnStrategy own) {
        StrategyDefinition definition = own.definition();
        if (definition != null) {
            print(definition, " [" + own.file().getFileName() + "]");
        } else {
            session.terminal().line(own.name() + " [" + own.file().getFileName() + "] cannot be used:");
            session.terminal().line("");
            printProblems(own);
            session.terminal().line("");
        }
    }

    private void print(StrategyDefinition strategy, String origin) {
        TextTable table = new TextTable("parameter", "default", "range", "what it does");
        for (Parameter parameter : strategy.parameters()) {
            table.row(parameter.name(), parameter.defaultText(), parameter.range(), parameter.description());
        }
        String together = strategy.instruments() == 1 ? "" : ", " + strategy.instruments() + " instruments together";
        String title = strategy.name() + " (" + strategy.title() + ")" + origin + together;
        session.terminal().line(strategy.description().isEmpty() ? title : title + ": " + strategy.description());
        session.terminal().line("");
        if (!strategy.parameters().isEmpty()) {
            session.terminal().line(table.toString().indent(2).stripTrailing());
            session.terminal().line("");
        }
    }

    private void printJson(StrategyLibrary library) {
        ArrayNode all = JsonText.MAPPER.createArrayNode();
        BuiltInStrategies.all().forEach(strategy -> describe(strategy, all.addObject()));
        library.own().forEach(strategy -> describe(strategy, all.addObject()));
        session.terminal().line(JsonText.MAPPER.writeValueAsString(all));
    }

    private static void describe(OwnStrategy own, ObjectNode node) {
        StrategyDefinition definition = own.definition();
        if (definition != null) {
            describe(definition, node);
        } else {
            node.put("name", own.name());
        }
        node.put("file", own.file().toString());
        node.put("sourceSha256", own.digest());
        ArrayNode problems = node.putArray("problems");
        for (SourceProblem problem : own.problems()) {
            problems.addObject()
                    .put("line", problem.line())
                    .put("column", problem.column())
                    .put("message", problem.message())
                    .put("source", problem.sourceLine());
        }
    }

    private static void describe(StrategyDefinition strategy, ObjectNode node) {
        node.put("name", strategy.name());
        node.put("title", strategy.title());
        node.put("description", strategy.description());
        node.put("instruments", strategy.instruments());
        ArrayNode parameters = node.putArray("parameters");
        for (Parameter parameter : strategy.parameters()) {
            parameters
                    .addObject()
                    .put("name", parameter.name())
                    .put("default", parameter.defaultText())
                    .put("range", parameter.range())
                    .put("description", parameter.description());
        }
    }
}
