package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.home.LogFile;
import ai.backtestr.desktop.problem.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line: one command a call, results on one stream and messages on the other, an exit code for each way
/// it can end.
///
/// | code | meaning |
/// |---|---|
/// | 0 | done |
/// | 1 | the work failed, and a line says why and what helps |
/// | 2 | wrong usage, likewise |
/// | 130 | interrupted; nothing half-written is left |
/// | 141 | whoever read the results wanted no more of them, as `head` does; nothing is said |
public final class CommandLineApp {
    private static final String HOME = "--home";

    private final Map<String, String> environment;
    private final Clock clock;
    private final @Nullable WorkbenchLauncher workbench;

    /// Puts it together.
    ///
    /// @param environment the environment's variables
    /// @param clock names the folders of reports
    /// @param workbench opens the window; null if there is none to open
    public CommandLineApp(Map<String, String> environment, Clock clock, @Nullable WorkbenchLauncher workbench) {
        this.environment = environment;
        this.clock = clock;
        this.workbench = workbench;
    }

    /// Runs the command that `arguments` name.
    ///
    /// @return the exit code
    public int run(Terminal terminal, Interruption interruption, String... arguments) {
        HomeFolder usualHome =
                HomeFolder.find(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        CommandSession session = new CommandSession(terminal, interruption, usualHome, clock);
        int code = execute(session, arguments);
        if (code == ExitCode.UNREAD) {
            return code;
        }
        try {
            terminal.out().flush();
        } catch (ResultStream.UnreadException e) {
            return ExitCode.UNREAD;
        }
        if (code == ExitCode.DONE && terminal.out().checkError()) {
            terminal.message("standard output cannot be written; the results are incomplete");
            return ExitCode.FAILED;
        }
        return code;
    }

    private int execute(CommandSession session, String... arguments) {
        try {
            return opensWindow(arguments)
                    ? openWindow(session, arguments)
                    : commands(session).execute(arguments);
        } catch (Error e) {
            // Out of memory, say: no command can go on after that, but the user is told like after any other failure.
            return failed(session, e);
        }
    }

    /// Tells whether nothing is asked for but the window, which needs none of the commands.
    private static boolean opensWindow(String... arguments) {
        return switch (arguments.length) {
            case 0 -> true;
            case 1 -> arguments[0].startsWith(HOME + "=");
            case 2 -> arguments[0].equals(HOME) && isFolder(arguments[1]);
            default -> false;
        };
    }

    private static boolean isFolder(String argument) {
        return !argument.startsWith("-") && !argument.startsWith("@");
    }

    /// Opens it without the library that reads commands, which takes its time.
    private int openWindow(CommandSession session, String... arguments) {
        RootCommand window = new RootCommand(session, display());
        try {
            if (arguments.length > 0) {
                String last = arguments[arguments.length - 1];
                window.useHome(Path.of(arguments.length == 1 ? last.substring(HOME.length() + 1) : last));
            }
            window.run();
            return ExitCode.DONE;
        } catch (RuntimeException e) {
            return failed(session, e);
        }
    }

    private CommandLine commands(CommandSession session) {
        CommandLine root = new CommandLine(new RootCommand(session, display()));
        root.addSubcommand(new ImportCommand(session));
        root.addSubcommand(new GenerateCommand(session));
        root.addSubcommand(new SymbolsCommand(session));
        root.addSubcommand(new InstrumentCommand(session));
        root.addSubcommand(new QualityCommand(session));
        root.addSubcommand(new BarsCommand(session));
        root.addSubcommand(new IndicatorsCommand(session));
        root.addSubcommand(new StrategiesCommand(session));
        root.addSubcommand(new RunCommand(session));
        root.addSubcommand(new ReplayCommand(session));
        root.addSubcommand(new RunsCommand(session));
        root.addSubcommand(new RerunCommand(session));
        root.addSubcommand(new CompareCommand(session));
        root.addSubcommand(new ExplainCommand(session));
        root.addSubcommand(new ChartCommand(session));
        root.addSubcommand(new SqlCommand(session));
        root.addSubcommand(new ExportCommand(session));
        root.addSubcommand(new DemoCommand(session, display()));
        ValueReaders.register(root);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        tell(root, session);
        return root;
    }

    private Display display() {
        return new Display(environment, System.getProperty("os.name"), workbench);
    }

    private static void tell(CommandLine root, CommandSession session) {
        root.setOut(session.terminal().out());
        root.setErr(session.terminal().err());
        root.setParameterExceptionHandler((e, arguments) -> wrongUsage(session, e));
        root.setExecutionExceptionHandler((e, command, parsed) -> failed(session, e));
    }

    private static int wrongUsage(CommandSession session, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String what =
                String.valueOf(e.getMessage()).replaceFirst("^Error: ", "").replaceFirst("\\.$", "");
        session.terminal().message(what + suggestion(e) + "; see '" + command + " --help'");
        return ExitCode.WRONG_USAGE;
    }

    private static String suggestion(ParameterException e) {
        List<String> similar =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
    }

    private static int failed(CommandSession session, Throwable e) {
        if (e instanceof ResultStream.UnreadException) {
            return ExitCode.UNREAD;
        }
        if (e instanceof CancellationException) {
            session.terminal().message("interrupted; nothing half-done is left");
            return ExitCode.INTERRUPTED;
        }
        Optional<String> explanation = ProblemException.explain(e);
        Optional<Path> log = log(session.home(), e);
        session.terminal().message(explanation.orElseGet(() -> unexpected(e, log)));
        return ExitCode.FAILED;
    }

    private static String unexpected(Throwable e, Optional<Path> log) {
        return "something unexpected happened (" + e + ")"
                + log.map(path -> "; the details are in " + path).orElse(" and no log can be written");
    }

    /// Writes the details to the log.
    ///
    /// @return where that is, or nothing if it cannot be written; the failure itself may be that
    private static Optional<Path> log(HomeFolder home, Throwable e) {
        try (LogFile log = LogFile.open(home)) {
            LoggerFactory.getLogger(CommandLineApp.class).error("a command failed", e);
            return Optional.of(log.path());
        } catch (ProblemException noLog) {
            return Optional.empty();
        }
    }
}
