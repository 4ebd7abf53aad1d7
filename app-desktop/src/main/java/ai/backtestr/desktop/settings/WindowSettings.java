package ai.backtestr.desktop.settings;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the window remembers from one session to the next. Immutable.
///
/// @param version of the file's form; always [#VERSION]
/// @param theme its colours
/// @param place where it was; null if that is not known
/// @param maximized whether it filled the screen
/// @param columns where the columns part, as shares of the width, from the left
/// @param rows where the chart and the results part, as a share of the height
/// @param symbol the instrument that was shown; null if there was none
/// @param timeframe the bars that were shown; null if there were none
/// @param strategy what was typed; null if there was no session before
/// @param runOnChange whether each change is run at once
/// @param chart how the chart was set; null if there was no session before
/// @param run the hash of the result that was shown; null if there was none
public record WindowSettings(
        int version,
        Theme theme,
        @Nullable WindowPlace place,
        boolean maximized,
        List<Double> columns,
        double rows,
        @Nullable String symbol,
        @Nullable String timeframe,
        @Nullable StrategySettings strategy,
        boolean runOnChange,
        @Nullable ChartSettings chart,
        @Nullable String run) {
    /// The form of file that this program writes and reads.
    public static final int VERSION = 1;

    /// What a window has that was never opened before.
    public static final WindowSettings DEFAULTS = new WindowSettings(
            VERSION, Theme.DARK, null, false, List.of(0.17, 0.77), 0.68, null, null, null, true, null, null);

    /// The window's colours.
    public enum Theme {
        /// Light on dark.
        DARK,
        /// Dark on light.
        LIGHT
    }

    public WindowSettings {
        if (version != VERSION) {
            throw new IllegalArgumentException("version " + version + " is not " + VERSION);
        }
        Objects.requireNonNull(theme, "theme");
        columns = List.copyOf(columns);
        if (columns.size() != 2 || !columns.stream().allMatch(WindowSettings::isShare) || !isShare(rows)) {
            throw new IllegalArgumentException("columns " + columns + " and rows " + rows + " are no shares");
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
