package ai.backtestr.desktop.window;

import ai.backtestr.desktop.settings.StrategySettings;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// A strategy, its parameters and the account, as the user is typing them, and what is wrong with them. FX thread
/// only.
final class StrategyForm {
    /// Names the fields of the account, as [#problem] takes them.
    static final String CASH = "cash";

    static final String LEVERAGE = "leverage";
    static final String COMMISSION = "commission";

    private final ObjectProperty<StrategyDefinition> strategy =
            new SimpleObjectProperty<>(BuiltInStrategies.all().getFirst());
    private final Map<String, StringProperty> texts = new HashMap<>();
    private final Map<String, StringProperty> problems = new HashMap<>();
    private final StringProperty cash = watched(
            Money.toDecimal(BacktestSpec.DEFAULT_CASH).stripTrailingZeros().toPlainString());
    private final StringProperty leverage = watched("1");
    private final StringProperty commission = watched("none");
    private String firstProblem = "";
    private Runnable onEdited = () -> {};
    private Runnable onChange = () -> {};
    private boolean showing;

    StrategyForm() {
        strategy.subscribe((before, now) -> edited());
    }

    private StringProperty watched(String text) {
        StringProperty property = new SimpleStringProperty(text);
        property.subscribe((before, now) -> edited());
        return property;
    }

    private void edited() {
        onChange.run();
        if (!showing) {
            onEdited.run();
        }
    }

    /// Calls `listener` when the user changes something; not for what [#show] and [#recall] set.
    void onEdited(Runnable listener) {
        onEdited = listener;
    }

    /// Calls `listener` when anything typed changes, whoever changed it.
    void onChange(Runnable listener) {
        onChange = listener;
    }

    /// Shows what was run elsewhere.
    void show(BacktestSpec spec) {
        recall(new StrategySettings(
                spec.strategy().name(),
                spec.parameters().texts(),
                Money.toDecimal(spec.startingCash()).stripTrailingZeros().toPlainString(),
                spec.leverage().stripTrailingZeros().toPlainString(),
                spec.commission().toString()));
    }

    /// Shows what was typed in an earlier session, as far as there are such a strategy and such parameters.
    void recall(StrategySettings typed) {
        showing = true;
        for (StrategyDefinition definition : BuiltInStrategies.all()) {
            if (definition.name().equals(typed.name())) {
                recallParameters(definition, typed.parameters());
                strategy.set(definition);
            }
        }
        cash.set(typed.cash());
        leverage.set(typed.leverage());
        commission.set(typed.commission());
        showing = false;
        check();
    }

    private void recallParameters(StrategyDefinition definition, Map<String, String> typed) {
        for (Parameter parameter : definition.parameters()) {
            String text = typed.get(parameter.name());
            if (text != null) {
                text(definition, parameter.name()).set(text);
            }
        }
    }

    /// Returns what is typed.
    StrategySettings typed() {
        return new StrategySettings(
                strategy.get().name(), parameterTexts(), cash.get(), leverage.get(), commission.get());
    }

    private Map<String, String> parameterTexts() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : strategy.get().parameters()) {
            StringProperty text = text(strategy.get(), parameter.name());
            values.put(parameter.name(), text.get() == null ? "" : text.get().strip());
        }
        return values;
    }

    /// Reads what is typed and tells each field's [#problem].
    ///
    /// @return what to run; empty if a field does not fit
    Optional<BacktestSpec> check() {
        Map<String, String> found = new LinkedHashMap<>();
        ParameterValues parameters = checkParameters(found);
        BacktestSpec base = BacktestSpec.of(strategy.get(), Map.of());
        Long money =
                read(found, CASH, () -> base.withCash(money(), BigDecimal.ONE).startingCash());
        BigDecimal times = read(
                found,
                LEVERAGE,
                () -> base.withCash(BacktestSpec.DEFAULT_CASH, number(LEVERAGE, leverage))
                        .leverage());
        CommissionModel costs = read(
                found, COMMISSION, () -> CommissionModel.parse(commission.get().strip()));
        found.keySet().forEach(this::problem);
        problems.forEach((field, problem) -> problem.set(withoutName(found.getOrDefault(field, ""))));
        firstProblem = found.values().stream().findFirst().orElse("");
        if (parameters == null || money == null || times == null || costs == null) {
            return Optional.empty();
        }
        return Optional.of(BacktestSpec.of(strategy.get(), parameters.texts())
                .withCash(money, times)
                .withCommission(costs));
    }

    private @Nullable ParameterValues checkParameters(Map<String, String> found) {
        StrategyDefinition chosen = strategy.get();
        Map<String, String> values = parameterTexts();
        for (Parameter parameter : chosen.parameters()) {
            String text = values.getOrDefault(parameter.name(), "");
            read(found, key(chosen, parameter.name()), () -> parameter.parse(text));
        }
        if (!found.isEmpty()) {
            return null;
        }
        try {
            return chosen.values(values);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            found.put(key(chosen, parameterNamedIn(message, chosen)), message);
            return null;
        }
    }

    /// Values that do not go together are told of at the parameter named, or else at the first one.
    private static String parameterNamedIn(String message, StrategyDefinition definition) {
        return definition.parameters().stream()
                .map(Parameter::name)
                .filter(name -> message.startsWith("parameter " + name + ":"))
                .findFirst()
                .orElseGet(() -> definition.parameters().isEmpty()
                        ? ""
                        : definition.parameters().getFirst().name());
    }

    /// Beside a field its name need not be said again.
    private static String withoutName(String message) {
        return message.replaceFirst("^(parameter )?[\\w-]+: ", "");
    }

    private static <T> @Nullable T read(Map<String, String> found, String field, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            found.put(field, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private long money() {
        BigDecimal amount = number(CASH, cash);
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
        return texts.computeIfAbsent(key(definition, parameter), key -> watched(defaultText(definition, parameter)));
    }

    /// Returns what was wrong with a parameter at the last [#check()], in a sentence; empty for nothing.
    ObservableValue<String> problem(StrategyDefinition definition, String parameter) {
        return problem(key(definition, parameter));
    }

    /// Returns what was wrong with a field of the account.
    StringProperty problem(String field) {
        return problems.computeIfAbsent(field, key -> new SimpleStringProperty(""));
    }

    /// Returns the first thing that was wrong at the last [#check()], with the field's name; empty for nothing.
    String firstProblem() {
        return firstProblem;
    }

    private static String key(StrategyDefinition definition, String parameter) {
        return definition.name() + "." + parameter;
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
