package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.program.Browser;
import ai.backtestr.desktop.report.ResultDocument;
import ai.backtestr.desktop.report.RunReport;
import ai.backtestr.desktop.userstrategy.StrategyLibrary;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.PathAssumption;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.thread.RunThreads;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs a backtest and keeps what came of it.
@Command(name = "run", description = "Runs a strategy over the ticks of an instrument, or over its recorded bars.")
final class RunCommand implements Runnable {
    private static final String TIMEFRAME = "timeframe";

    private final CommandSession session;

    @Parameters(arity = "1", paramLabel = "SYMBOL", description = "Instrument, as 'backtestr symbols' lists it.")
    private String symbol = "";

    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "NAME",
            description = "What to run, as 'backtestr strategies' lists it.")
    private String strategy = "";

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Sets a parameter of the strategy; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--timeframe",
            paramLabel = "BARS",
            description = "Sets the parameter 'timeframe' of the strategy. " + TimeframeText.DESCRIPTION)
    private @Nullable Timeframe timeframe;

    @Option(
            names = "--bars",
            paramLabel = "LENGTH",
            description = "Take the recorded bars of that length, such as 1d; unless given, ticks are taken where there"
                    + " are any.")
    private @Nullable Timeframe recorded;

    @Mixin
    private RangeOptions range = new RangeOptions();

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Mixin
    private PortfolioOptions portfolio = new PortfolioOptions();

    @Mixin
    private MachineOptions machine = new MachineOptions();

    @Mixin
    private MonitorOptions monitor = new MonitorOptions();

    @Option(
            names = "--path",
            paramLabel = "ASSUMPTION",
            description =
                    "On bar data, how the price is assumed to have gone through a bar: nearest (from the open to the"
                            + " nearer of high and low first), pessimistic or optimistic (first against or with the position);"
                            + " nearest unless given.")
    private PathAssumption path = PathAssumption.NEAREST;

    @Option(names = "--tag", paramLabel = "WORD", description = "Keep the run under this tag; may be repeated.")
    private List<String> tags = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "Keep the run with this remark.")
    private String note = "";

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Write report.html, chart.png, result.json, manifest.json, and trades, fills, orders, equity and"
                            + " times as .csv to this folder.")
    private @Nullable Path report;

    @Option(names = "--open", description = "Show the report in the browser; needs --report.")
    private boolean open;

    @Mixin
    private CheckingOptions checks = new CheckingOptions();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Where weekdays and hours are counted, such as Europe/Berlin; the zone of the instrument's"
                    + " calendar unless given.")
    private @Nullable ZoneId zone;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec command;

    RunCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (open && report == null) {
            throw Usage.wrong(command, "--open shows a report; name its folder with --report");
        }
        BacktestSpec plain = spec(
                new StrategyLibrary(session.home().strategies(), session.home().sessions()));
        TimeRange ticks = range.range();
        RunThreads threads = machine.threads(session.terminal());
        try (Workspace workspace = session.openWorkspace()) {
            Instrument instrument = workspace.stored(symbol).instrument();
            BacktestSpec spec = settings.apply(plain, instrument);
            BacktestRequest request = new BacktestRequest(symbol, ticks, spec, recorded, path)
                    .withPortfolio(portfolio.request(workspace, instrument, spec, settings.texts()));
            ReportWishes wishes = new ReportWishes(checks.options(), zone, tags, note);
            monitor.watch(
                    workspace,
                    threads,
                    session.terminal(),
                    () -> report(new ReportedRuns(workspace, session).run(request, wishes, report)));
        }
    }

    private void report(ReportedRun run) {
        print(run);
        if (open && run.report() != null) {
            Browser.show(run.report().resolve(RunReport.PAGE));
        }
    }

    private BacktestSpec spec(StrategyLibrary strategies) {
        try {
            StrategyDefinition definition = strategies.named(strategy);
            return BacktestSpec.of(definition, withTimeframe(definition));
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, e);
        }
    }

    private Map<String, String> withTimeframe(StrategyDefinition definition) {
        if (timeframe == null) {
            return parameters;
        }
        if (definition.parameters().stream()
                .noneMatch(parameter -> parameter.name().equals(TIMEFRAME))) {
            throw new IllegalArgumentException(strategy
                    + " has no parameter 'timeframe'; leave --timeframe out; 'backtestr strategies' lists what it"
                    + " has");
        }
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (all.putIfAbsent(TIMEFRAME, timeframe.toString()) != null) {
            throw new IllegalArgumentException("--timeframe and --param timeframe say the same; give one of them");
        }
        return all;
    }

    private void print(ReportedRun run) {
        if (json) {
            session.terminal()
                    .line(ResultDocument.of(run.checked(), run.kept().id()).stripTrailing());
        } else {
            session.terminal().line(run.summary());
        }
    }
}
