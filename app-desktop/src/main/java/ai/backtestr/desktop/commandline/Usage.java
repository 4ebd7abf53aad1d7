package ai.backtestr.desktop.commandline;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Says that options are wrong in a way that only shows when they are taken together.
final class Usage {
    private Usage() {}

    /// @param command whose options they are, as injected
    static ParameterException wrong(@Nullable CommandSpec command, IllegalArgumentException e) {
        return wrong(command, String.valueOf(e.getMessage()));
    }

    static ParameterException wrong(@Nullable CommandSpec command, String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }
}
