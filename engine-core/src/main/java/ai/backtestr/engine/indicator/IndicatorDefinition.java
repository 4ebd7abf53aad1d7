package ai.backtestr.engine.indicator;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A kind of indicator: what it is called, what can be set, where it is drawn and how one is made. Immutable.
///
/// @param name what it is picked by, in lower case with hyphens
/// @param title what it is shown as
/// @param description what it tells, in a sentence
/// @param parameters what can be set, in the order in which a specification gives them
/// @param input the price it works on unless another is named; null for one that needs several prices of a bar
/// @param placement where it is drawn
/// @param apart outputs that are drawn in a pane where the others lie over the bars
/// @param factory makes one; it throws `IllegalArgumentException` where values do not go together
public record IndicatorDefinition(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        @Nullable InputPrice input,
        Placement placement,
        Set<String> apart,
        Function<IndicatorSettings, BarIndicator> factory) {

    /// Where an indicator is drawn.
    public enum Placement {
        /// Over the bars, at the scale of their prices.
        OVERLAY,
        /// In a pane of its own, at its own scale.
        PANE
    }

    public IndicatorDefinition {
        parameters = List.copyOf(parameters);
        apart = Set.copyOf(apart);
    }

    /// Describes one whose outputs are all drawn in the same place.
    IndicatorDefinition(
            String name,
            String title,
            String description,
            List<Parameter> parameters,
            @Nullable InputPrice input,
            Placement placement,
            Function<IndicatorSettings, BarIndicator> factory) {
        this(name, title, description, parameters, input, placement, Set.of(), factory);
    }

    /// Returns the names of its outputs.
    public List<String> outputs() {
        return outputNames(defaults().create(TradingCalendar.ALWAYS_OPEN));
    }

    /// Returns where the output of that name is drawn.
    public Placement placementOf(String output) {
        return apart.contains(output) ? Placement.PANE : placement;
    }

    static List<String> outputNames(BarIndicator indicator) {
        return IntStream.range(0, indicator.outputs())
                .mapToObj(indicator::outputName)
                .toList();
    }

    /// Returns it with the default of every parameter.
    public IndicatorSpec defaults() {
        return new IndicatorSpec(
                this, ParameterValues.of(parameters, Map.of()), input == null ? InputPrice.CLOSE : input);
    }
}
