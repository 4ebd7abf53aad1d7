package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.workspace.TimeRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which ticks of a symbol.
final class RangeOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = ValueReaders.Time.class,
            description = "First time, in UTC unless it names a zone: 2013-11-25 or 2013-11-25T14:00.")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = ValueReaders.Time.class,
            description = "Time to stop before.")
    private @Nullable Long to;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// @throws ParameterException if it ends before it starts
    TimeRange range() {
        try {
            return new TimeRange(from == null ? Long.MIN_VALUE : from, to == null ? Long.MAX_VALUE : to);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, e);
        }
    }
}
