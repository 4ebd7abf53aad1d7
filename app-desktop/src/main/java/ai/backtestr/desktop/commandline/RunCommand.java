package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.report.ResultDocument;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.PathAssumption;
import ai.backtestr.engine.strategy.BuiltInStrategies;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs a backtest.
@Command(name = "run", description = "Runs a strategy over the ticks of an instrument, or over its recorded bars.")
final class RunCommand implements Runnable {
    private final CommandSession session;

    @Parameters(arity = "1", paramLabel = "SYMBOL", description = "Instrument, as 'backtestr symbols' lists it.")
    private String symbol = "";

    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "NAME",
            description = "What to run, as 'backtestr strategies' lists it.")
    private StrategyDefinition strategy = BuiltInStrategies.all().getFirst();

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Sets a parameter of the strategy; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--bars",
            paramLabel = "LENGTH",
            description = "Take the recorded bars of that length, such as 1d; unless given, ticks are taken where there"
                    + " are any.")
    private @Nullable Timeframe recorded;

    @Mixin
    private RangeOptions range = new RangeOptions();

    @Option(
            names = "--path",
            paramLabel = "ASSUMPTION",
            description = "On bar data, how the price is assumed to have gone through a bar: nearest (from the open to the"
                    + " nearer of high and low first), pessimistic or optimistic (first against or with the position);"
                    + " nearest unless given.")
    private PathAssumption path = PathAssumption.NEAREST;

    @Option(
            names = "--cash",
            paramLabel = "AMOUNT",
            converter = ValueReaders.Amount.class,
            description = "Cash at the start; 10000 unless given.")
    private Long cash = BacktestSpec.DEFAULT_CASH;

    @Option(
            names = "--leverage",
            paramLabel = "TIMES",
            description = "How many times its equity the account may hold, 1 to 1000; 1 unless given.")
    private BigDecimal leverage = BigDecimal.ONE;

    @Option(
            names = "--commission",
            paramLabel = "COST",
            description = "What an execution costs: none, or a percentage of what is traded, like 0.1%%; none unless"
                    + " given.")
    private CommissionModel commission = new CommissionModel.None();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write result.json, trades.csv, fills.csv, chart.png and report.html to this folder.")
    private @Nullable Path report;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    RunCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        BacktestSpec spec = spec();
        TimeRange ticks = range.range();
        try (Workspace workspace = session.openWorkspace()) {
            BacktestRequest request = new BacktestRequest(symbol, ticks, spec, recorded, path);
            ReportedRun run = ReportedRun.of(request, report, workspace, session);
            print(run);
        }
    }

    private BacktestSpec spec() {
        try {
            return BacktestSpec.of(strategy, parameters)
                    .withCash(cash, leverage)
                    .withCommission(commission);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, e);
        }
    }

    private void print(ReportedRun run) {
        BacktestResult result = run.result();
        if (json) {
            session.terminal().line(ResultDocument.of(result).stripTrailing());
        } else {
            session.terminal().line(run.summary());
        }
    }
}
