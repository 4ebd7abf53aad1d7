package ai.backtestr.desktop.commandline;

import ai.backtestr.engine.bar.Timeframe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether bars are made of ticks or of recorded bars.
final class RecordedOption {
    @Option(
            names = "--bars",
            paramLabel = "LENGTH",
            description = "Take the recorded bars of that length, such as 1d; unless given, ticks are taken where there"
                    + " are any.")
    private @Nullable Timeframe length;

    /// Returns the length of the recorded bars to take, null for ticks where there are any.
    @Nullable
    Timeframe length() {
        return length;
    }
}
