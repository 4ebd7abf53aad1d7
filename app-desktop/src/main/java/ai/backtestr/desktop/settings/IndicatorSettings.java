package ai.backtestr.desktop.settings;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An indicator of the chart, as text.
///
/// @param spec which, with its parameters: `rsi:14`
/// @param timeframe the bars it takes in; null for those of the chart
/// @param apart whether those outputs are shown that have a pane while the others lie over the prices
/// @param colours of its outputs, `#RRGGBB`
public record IndicatorSettings(String spec, @Nullable String timeframe, boolean apart, List<String> colours) {
    public IndicatorSettings {
        Objects.requireNonNull(spec, "spec");
        colours = List.copyOf(colours);
    }
}
