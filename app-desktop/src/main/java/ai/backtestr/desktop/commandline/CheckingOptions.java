package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.honesty.CheckOptions;
import ai.backtestr.desktop.runs.DurationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Which checks to make of a run.
final class CheckingOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--checks",
            paramLabel = "EXTENT",
            description = "Checks of the result: full (repeats the run up to nine times: look-ahead, sensitivity, stale"
                    + " fills), quick (without repeating it) or none; full unless given.")
    private CheckOptions.Extent extent = CheckOptions.Extent.FULL;

    @Option(
            names = "--stale-after",
            paramLabel = "TIME",
            description = "A fill after a longer silence of the market than this is called stale; 60s unless given.")
    private String staleAfter = "60s";

    /// @throws picocli.CommandLine.ParameterException if the length of time is none
    CheckOptions options() {
        try {
            return new CheckOptions(extent, DurationText.parse(staleAfter));
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, "--stale-after: " + e.getMessage());
        }
    }
}
