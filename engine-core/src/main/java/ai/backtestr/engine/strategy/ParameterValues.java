package ai.backtestr.engine.strategy;

import ai.backtestr.engine.bar.Timeframe;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value for every parameter of a strategy, each within its range. Immutable.
public final class ParameterValues {
    private final Map<String, Object> values;

    private ParameterValues(Map<String, Object> values) {
        this.values = values;
    }

    /// Reads the values in `texts` and takes the default of every other parameter.
    ///
    /// @throws IllegalArgumentException if a name is unknown or a value does not fit
    public static ParameterValues of(List<Parameter> parameters, Map<String, String> texts) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        for (String name : texts.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "no parameter is called '" + name + "'; there are " + String.join(", ", names));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String text = texts.getOrDefault(parameter.name(), parameter.defaultText());
            values.put(parameter.name(), parameter.parse(text));
        }
        return new ParameterValues(values);
    }

    /// Returns the value of a whole number.
    public int wholeNumber(String name) {
        return value(name, Integer.class);
    }

    /// Returns the value of a decimal number.
    public BigDecimal decimal(String name) {
        return value(name, BigDecimal.class);
    }

    /// Returns the value of a bar length.
    public Timeframe timeframe(String name) {
        return value(name, Timeframe.class);
    }

    /// Returns the value of a choice.
    public String choice(String name) {
        return value(name, String.class);
    }

    private <T> T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the strategy declares no parameter '" + name + "'");
        }
        return type.cast(value);
    }

    /// Returns all values as text, in the order of declaration.
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) ->
                texts.put(name, value instanceof BigDecimal number ? number.toPlainString() : value.toString()));
        return texts;
    }

    @Override
    public String toString() {
        return texts().toString();
    }
}
