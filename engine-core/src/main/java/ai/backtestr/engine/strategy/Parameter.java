package ai.backtestr.engine.strategy;

import ai.backtestr.engine.bar.Timeframe;
import java.math.BigDecimal;
import java.util.List;

/// A number or choice that a strategy lets its user set, with the range it makes sense in.
public sealed interface Parameter {
    /// Returns the name it is set by.
    String name();

    /// Returns what it does, in a sentence.
    String description();

    /// Returns the value it has unless set, as [#parse] reads it.
    String defaultText();

    /// Returns the values it can have, in words.
    String range();

    /// Reads a value: an `Integer`, a `BigDecimal`, a [Timeframe] or, of a choice, a `String`.
    ///
    /// @throws IllegalArgumentException naming the parameter, the value and the range
    Object parse(String text);

    /// A whole number from `minimum` to `maximum`.
    record WholeNumber(String name, String description, int defaultValue, int minimum, int maximum)
            implements Parameter {
        @Override
        public String defaultText() {
            return Integer.toString(defaultValue);
        }

        @Override
        public String range() {
            return minimum + " to " + maximum;
        }

        @Override
        public Integer parse(String text) {
            try {
                int value = Integer.parseInt(text);
                if (value >= minimum && value <= maximum) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(misfit(this, text, "a whole number"), e);
            }
            throw new IllegalArgumentException(misfit(this, text, "in range"));
        }
    }

    /// A decimal number from `minimum` to `maximum`.
    record DecimalNumber(
            String name, String description, BigDecimal defaultValue, BigDecimal minimum, BigDecimal maximum)
            implements Parameter {
        @Override
        public String defaultText() {
            return defaultValue.toPlainString();
        }

        @Override
        public String range() {
            return minimum.toPlainString() + " to " + maximum.toPlainString();
        }

        @Override
        public BigDecimal parse(String text) {
            try {
                BigDecimal value = new BigDecimal(text);
                if (value.compareTo(minimum) >= 0 && value.compareTo(maximum) <= 0) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(misfit(this, text, "a number"), e);
            }
            throw new IllegalArgumentException(misfit(this, text, "in range"));
        }
    }

    /// The bars that it works on.
    record BarLength(String name, String description, Timeframe defaultValue) implements Parameter {
        @Override
        public String defaultText() {
            return defaultValue.toString();
        }

        @Override
        public String range() {
            return "100ms to 12mo, 500t, 1000v, 20r, renko:20, ha:5m";
        }

        @Override
        public Timeframe parse(String text) {
            try {
                return Timeframe.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("parameter " + name + ": " + e.getMessage(), e);
            }
        }
    }

    /// One of several words.
    record Choice(String name, String description, String defaultValue, List<String> choices) implements Parameter {
        public Choice {
            choices = List.copyOf(choices);
            if (!choices.contains(defaultValue)) {
                throw new IllegalArgumentException("parameter " + name + ": the default, '" + defaultValue
                        + "', is not among " + String.join(", ", choices));
            }
        }

        @Override
        public String defaultText() {
            return defaultValue;
        }

        @Override
        public String range() {
            return String.join(", ", choices);
        }

        @Override
        public String parse(String text) {
            if (!choices.contains(text)) {
                throw new IllegalArgumentException(misfit(this, text, "a choice"));
            }
            return text;
        }
    }

    private static String misfit(Parameter parameter, String text, String whatItIsNot) {
        return "parameter " + parameter.name() + ": '" + text + "' is not " + whatItIsNot + "; it takes "
                + parameter.range();
    }
}
