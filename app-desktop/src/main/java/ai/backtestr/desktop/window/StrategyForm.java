package ai.backtestr.desktop.window;

import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.BuiltInStrategies;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A strategy, its parameters and the account, as the user is typing them. FX thread only.
final class StrategyForm {
    private final ObjectProperty<StrategyDefinition> strategy =
            new SimpleObjectProperty<>(BuiltInStrategies.all().getFirst());
    private final Map<String, StringProperty> texts = new HashMap<>();
    private final StringProperty cash = new SimpleStringProperty(
            Money.toDecimal(BacktestSpec.DEFAULT_CASH).stripTrailingZeros().toPlainString());
    private final StringProperty leverage = new SimpleStringProperty("1");
    private final StringProperty commission = new SimpleStringProperty("none");

    /// Shows what was run elsewhere.
    void show(BacktestSpec spec) {
        strategy.set(spec.strategy());
        spec.parameters()
                .texts()
                .forEach((name, text) -> text(spec.strategy(), name).set(text));
        cash.set(Money.toDecimal(spec.startingCash()).stripTrailingZeros().toPlainString());
        leverage.set(spec.leverage().stripTrailingZeros().toPlainString());
        commission.set(spec.commission().toString());
    }

    /// Returns what to run.
    ///
    /// @throws IllegalArgumentException naming a field that does not fit
    BacktestSpec spec() {
        StrategyDefinition chosen = strategy.get();
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : chosen.parameters()) {
            values.put(parameter.name(), text(chosen, parameter.name()).get().strip());
        }
        return BacktestSpec.of(chosen, values)
                .withCash(money(), number("leverage", leverage))
                .withCommission(CommissionModel.parse(commission.get().strip()));
    }

    private long money() {
        BigDecimal amount = number("cash", cash);
        try {
            return Money.round(amount);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("cash: " + amount.toPlainString() + " is too much to count exactly", e);
        }
    }

    private static BigDecimal number(String name, StringProperty text) {
        try {
            return new BigDecimal(text.get().strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": '" + text.get() + "' is not a number", e);
        }
    }

    /// Returns what is typed for a parameter; each strategy keeps its own.
    StringProperty text(StrategyDefinition definition, String parameter) {
        return texts.computeIfAbsent(
                definition.name() + "." + parameter,
                key -> new SimpleStringProperty(defaultText(definition, parameter)));
    }

    private static String defaultText(StrategyDefinition definition, String name) {
        return definition.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(Parameter::defaultText)
                .orElse("");
    }

    ObjectProperty<StrategyDefinition> strategy() {
        return strategy;
    }

    StringProperty cash() {
        return cash;
    }

    StringProperty leverage() {
        return leverage;
    }

    StringProperty commission() {
        return commission;
    }
}
