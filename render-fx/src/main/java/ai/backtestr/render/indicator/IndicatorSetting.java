package ai.backtestr.render.indicator;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.IndicatorDefinition.Placement;
import ai.backtestr.engine.indicator.IndicatorSpec;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// An indicator as a chart shows it. Immutable.
///
/// @param spec which, with its parameters
/// @param timeframe the bars it takes in; null for those of the chart
/// @param apart whether those outputs are shown that have a pane while the others lie over the prices
/// @param colours a colour for each output that is drawn, in the order of [#outputs()]; those beyond the last have
///     the usual ones
public record IndicatorSetting(IndicatorSpec spec, @Nullable Timeframe timeframe, boolean apart, List<Color> colours) {
    public IndicatorSetting {
        colours = List.copyOf(colours);
    }

    /// The indicator on the chart's bars, in the usual colours.
    public static IndicatorSetting of(IndicatorSpec spec) {
        return new IndicatorSetting(spec, null, false, List.of());
    }

    /// Returns the same with another specification of the same indicator.
    public IndicatorSetting with(IndicatorSpec newSpec) {
        return new IndicatorSetting(newSpec, timeframe, apart, colours);
    }

    /// Returns the same on other bars, null for those of the chart.
    public IndicatorSetting on(@Nullable Timeframe newTimeframe) {
        return new IndicatorSetting(spec, newTimeframe, apart, colours);
    }

    /// Returns the same in other colours.
    public IndicatorSetting in(List<Color> newColours) {
        return new IndicatorSetting(spec, timeframe, apart, newColours);
    }

    /// Tells whether it lies over the prices.
    public boolean isOverlay() {
        return !apart && spec.definition().placement() == Placement.OVERLAY;
    }

    /// Returns which of the indicator's outputs are shown, by their place.
    public int[] outputs() {
        List<String> names = spec.definition().outputs();
        return IntStream.range(0, names.size())
                .filter(i -> spec.definition().apart().contains(names.get(i)) == apart)
                .toArray();
    }

    /// Returns what it is called beside its values: `RSI 14`, `EMA 50 hl2 · 1h`.
    public String title() {
        StringBuilder text =
                new StringBuilder(spec.definition().name().replace('-', ' ').toUpperCase(java.util.Locale.ROOT));
        spec.values().texts().values().forEach(value -> text.append(' ').append(value));
        if (spec.definition().input() != null
                && spec.input() != spec.definition().input()) {
            text.append(' ').append(spec.input());
        }
        return timeframe == null ? text.toString() : text + " · " + timeframe;
    }
}
