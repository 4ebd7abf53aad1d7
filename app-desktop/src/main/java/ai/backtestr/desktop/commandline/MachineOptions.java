package ai.backtestr.desktop.commandline;

import ai.backtestr.engine.thread.CpuAffinity;
import ai.backtestr.engine.thread.RunThreads;
import ai.backtestr.engine.thread.Waiting;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// How a run uses the machine.
final class MachineOptions {
    @Option(
            names = "--wait",
            paramLabel = "HOW",
            converter = WaitingReader.class,
            description = "How the engine and the thread that reads ahead wait for each other: spin (a core each,"
                    + " lowest latency), yield, sleep, block (a laptop's battery); sleep unless given.")
    private Waiting waiting = Waiting.SLEEPING;

    @Option(
            names = "--engine-cpu",
            paramLabel = "NUMBER",
            description = "Keep the engine on this processor, from 0; anywhere unless given. Linux only.")
    private int engineCpu = RunThreads.ANY;

    @Option(
            names = "--producer-cpu",
            paramLabel = "NUMBER",
            description = "Keep the thread that reads ahead on this processor; anywhere unless given. Linux only.")
    private int producerCpu = RunThreads.ANY;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// Returns what was given; what cannot be done is said, and left out.
    ///
    /// @throws ParameterException if there can be no processor of a number
    RunThreads threads(Terminal terminal) {
        try {
            RunThreads wanted = new RunThreads(waiting, engineCpu, producerCpu);
            return wanted.pinned(possible("engine", engineCpu, terminal), possible("producer", producerCpu, terminal));
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, e);
        }
    }

    private static int possible(String thread, int cpu, Terminal terminal) {
        return CpuAffinity.obstacle(cpu)
                .map(obstacle -> {
                    terminal.message("the " + thread + " is not kept on processor " + cpu + ": " + obstacle
                            + "; it runs wherever it is put");
                    return RunThreads.ANY;
                })
                .orElse(cpu);
    }

    private static final class WaitingReader implements ITypeConverter<Waiting> {
        @Override
        public Waiting convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "spin" -> Waiting.BUSY_SPIN;
                case "yield" -> Waiting.YIELDING;
                case "sleep" -> Waiting.SLEEPING;
                case "block" -> Waiting.BLOCKING;
                default -> throw new TypeConversionException("'" + text + "' is none of spin, yield, sleep, block");
            };
        }
    }
}
