package ai.backtestr.benchmarks;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// `java -jar benchmarks.jar [JMH options]`: JMH's own command line, with the flags that every forked JVM needs.
public final class Main {
    /// With [#WINDOW_COLLECTOR], what the launcher sets for a window: its pauses are short. To be appended to what
    /// commands have.
    static final String NO_OTHER_COLLECTOR = "-XX:-UseParallelGC";

    static final String WINDOW_COLLECTOR = "-XX:+UseZGC";

    /// What the launcher of the product sets for commands, so that what is measured is what users run. Benchmarks of
    /// what a window does have [#WINDOW_COLLECTOR] besides.
    private static final List<String> JVM_FLAGS = List.of(
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseParallelGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xms1g",
            "-Xmx4g",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw");

    private Main() {}

    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions commandLine = new CommandLineOptions(arguments);
        if (commandLine.shouldHelp()) {
            commandLine.showHelp();
            return;
        }
        ChainedOptionsBuilder options =
                new OptionsBuilder().parent(commandLine).jvmArgsPrepend(JVM_FLAGS.toArray(String[]::new));
        Runner runner = new Runner(options.build());
        if (commandLine.shouldList()) {
            runner.list();
        } else {
            runner.run();
        }
    }
}
