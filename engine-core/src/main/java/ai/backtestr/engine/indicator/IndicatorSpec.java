package ai.backtestr.engine.indicator;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An indicator with all that can be set about it, as users write it: `rsi:14`, `macd:12:26:9`, `bollinger:20:2`,
/// `sma:20@hl2`. Immutable.
///
/// ```
///   name [ ":" value ]... [ "@" input price ]
/// ```
///
/// Values stand in the order in which the definition lists its parameters; those left out at the end have their
/// defaults.
///
/// @param definition the kind of indicator
/// @param values a value for each parameter
/// @param input the price it works on; without meaning for one that needs several prices of a bar
public record IndicatorSpec(IndicatorDefinition definition, ParameterValues values, InputPrice input) {
    /// Reads a specification.
    ///
    /// @throws IllegalArgumentException naming what is wrong with it and what is possible
    public static IndicatorSpec parse(String text) {
        String[] halves = text.strip().split("@", 2);
        String[] fields = halves[0].split(":", -1);
        IndicatorDefinition definition = BuiltInIndicators.named(fields[0]);
        InputPrice input = halves.length == 1 ? definition.defaults().input() : readInput(definition, halves[1], text);
        try {
            ParameterValues values = ParameterValues.of(definition.parameters(), texts(definition, fields));
            IndicatorSpec spec = new IndicatorSpec(definition, values, input);
            spec.create(TradingCalendar.ALWAYS_OPEN); // values can be fine one by one and wrong together
            return spec;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("indicator '" + text + "': " + e.getMessage(), e);
        }
    }

    private static InputPrice readInput(IndicatorDefinition definition, String name, String text) {
        if (definition.input() == null) {
            throw new IllegalArgumentException("indicator '" + text + "': " + definition.name()
                    + " works on several prices of a bar at once; leave '@" + name + "' out");
        }
        try {
            return InputPrice.parse(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("indicator '" + text + "': " + e.getMessage(), e);
        }
    }

    private static Map<String, String> texts(IndicatorDefinition definition, String[] fields) {
        List<Parameter> parameters = definition.parameters();
        int given = fields.length - 1;
        if (given > parameters.size()) {
            throw new IllegalArgumentException(
                    definition.name() + " takes " + valuesOf(parameters) + ", but is given " + given);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < given; i++) {
            texts.put(parameters.get(i).name(), fields[i + 1]);
        }
        return texts;
    }

    private static String valuesOf(List<Parameter> parameters) {
        if (parameters.isEmpty()) {
            return "no values";
        }
        String names = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        return (parameters.size() == 1 ? "one value, " : "at most " + parameters.size() + " values, ") + names;
    }

    /// Makes an indicator that has seen no bars.
    ///
    /// @param calendar when trading days begin
    public BarIndicator create(TradingCalendar calendar) {
        return definition.factory().apply(new IndicatorSettings(values, input, calendar));
    }

    /// Returns a name for each output: the specification, and of several outputs the name of each after a dot,
    /// `macd:12:26:9.signal`.
    public List<String> outputLabels() {
        List<String> outputs = IndicatorDefinition.outputNames(create(TradingCalendar.ALWAYS_OPEN));
        return outputs.size() == 1
                ? List.of(toString())
                : outputs.stream().map(output -> this + "." + output).toList();
    }

    /// Returns what [#parse] reads, with every parameter, and the input price where it is not the usual one.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(definition.name());
        values.texts().values().forEach(value -> text.append(':').append(value));
        if (definition.input() != null && input != definition.input()) {
            text.append('@').append(input);
        }
        return text.toString();
    }
}
