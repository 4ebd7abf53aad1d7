package ai.backtestr.desktop.window;

import ai.backtestr.desktop.settings.AccountPreferences;
import ai.backtestr.desktop.settings.PortfolioSettings;
import ai.backtestr.desktop.settings.RunSettings;
import ai.backtestr.desktop.settings.StrategySettings;
import ai.backtestr.desktop.userstrategy.OwnStrategy;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import ai.backtestr.engine.time.WallClock;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
    /// Names the choice of the strategy, as [#problem] takes it.
    static final String STRATEGY = "strategy";

    /// Names the fields of the account.
    static final String CASH = "cash";

    static final String LEVERAGE = "leverage";
    static final String COMMISSION = "commission";

    private final ObjectProperty<List<StrategyChoice>> choices =
            new SimpleObjectProperty<>(StrategyChoice.all(List.of()));
    private final ObjectProperty<StrategyChoice> strategy =
            new SimpleObjectProperty<>(choices.get().getFirst());
    private final BacktestSpec anySpec = BacktestSpec.of(BuiltInStrategies.all().getFirst(), Map.of());
    private final Map<String, StringProperty> texts = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>(); // of each parameter, when it was known last
    private final Map<String, StringProperty> problems = new HashMap<>();
    private final StringProperty cash = watched(
            Money.toDecimal(BacktestSpec.DEFAULT_CASH).stripTrailingZeros().toPlainString());
    private final StringProperty leverage = watched("1");
    private final StringProperty commission = watched("none");
    private final PortfolioForm portfolio = new PortfolioForm(this::edited);
    private final RunForm run = new RunForm(this::edited);
    private AccountMode mode = AccountMode.NETTING;
    private String firstProblem = "";
    private Runnable onEdited = () -> {};
    private Runnable onChange = () -> {};
    private Runnable onShown = () -> {};
    private boolean showing;
    private @Nullable StrategySettings awaited; // of a strategy that is not known yet

    StrategyForm() {
        strategy.subscribe((before, now) -> {
            awaited = null;
            edited();
        });
    }

    private StringProperty watched(String text) {
        StringProperty property = new SimpleStringProperty(text);
        property.subscribe((before, now) -> edited());
        return property;
    }

    private void edited() {
        onChange.run();
        (showing ? onShown : onEdited).run();
    }

    /// Calls `listener` when something is shown that the user did not type.
    void onShown(Runnable listener) {
        onShown = listener;
    }

    /// Calls `listener` when the user changes something; not for what [#show] and [#recall] set.
    void onEdited(Runnable listener) {
        onEdited = listener;
    }

    /// Calls `listener` when anything typed changes, whoever changed it.
    void onChange(Runnable listener) {
        onChange = listener;
    }

    /// Begins with an account, before anything is typed.
    void begin(AccountPreferences account) {
        showing = true;
        use(account);
        showing = false;
    }

    /// Takes another account, as if it were typed.
    void use(AccountPreferences account) {
        cash.set(account.cash());
        leverage.set(account.leverage());
        commission.set(account.commission());
        portfolio.currency().set(account.currency());
        if (mode != account.mode()) {
            mode = account.mode();
            edited();
        }
    }

    /// Shows what was run elsewhere.
    void show(BacktestSpec spec) {
        recall(new StrategySettings(
                spec.strategy().name(),
                spec.parameters().texts(),
                Money.toDecimal(spec.startingCash()).stripTrailingZeros().toPlainString(),
                spec.leverage().stripTrailingZeros().toPlainString(),
                spec.commission().toString(),
                portfolio.typed(),
                run.typed()));
    }

    /// Shows what was run elsewhere.
    void show(BacktestRequest request, Instrument main) {
        showing = true;
        portfolio.show(request.portfolio(), main);
        run.show(request, main);
        showing = false;
        show(request.spec());
    }

    /// Shows what was typed in an earlier session, as far as there are such a strategy and such parameters.
    void recall(StrategySettings typed) {
        showing = true;
        cash.set(typed.cash());
        leverage.set(typed.leverage());
        commission.set(typed.commission());
        portfolio.recall(typed.portfolio() == null ? PortfolioSettings.NONE : typed.portfolio());
        run.recall(typed.run() == null ? RunSettings.NONE : typed.run());
        Optional<StrategyChoice> known = known(typed.name());
        known.ifPresent(choice -> {
            typed.parameters().forEach((name, text) -> text(choice, name).set(text));
            strategy.set(choice);
        });
        awaited = known.isPresent() ? null : typed;
        showing = false;
        check();
    }

    private Optional<StrategyChoice> known(String name) {
        return choices.get().stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst();
    }

    /// Takes in the user's own strategies as their files are now. What is typed for the one chosen stays, as far as
    /// it fits what that has become.
    ///
    /// @return whether the one chosen has become another
    boolean offer(List<OwnStrategy> own) {
        StrategyChoice before = strategy.get();
        StrategySettings wanted = awaited;
        choices.set(StrategyChoice.all(own));
        if (wanted != null) {
            recall(typed());
            awaited = null;
        } else {
            showing = true;
            StrategyChoice now = known(before.name()).orElseGet(before::gone);
            keepWhatFits(now);
            strategy.set(now);
            showing = false;
            check();
        }
        return !strategy.get().equals(before);
    }

    /// A value left at the default follows the default, also if the source could not be used in between.
    private void keepWhatFits(StrategyChoice now) {
        for (Parameter parameter : now.parameters()) {
            StringProperty text = text(now, parameter.name());
            String before = defaults.put(key(now, parameter.name()), parameter.defaultText());
            if (text.get().equals(before) || !fits(parameter, text.get())) {
                text.set(parameter.defaultText());
            }
        }
    }

    private static boolean fits(Parameter parameter, String text) {
        try {
            parameter.parse(text.strip());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Chooses the strategy of that name, if there is one, as the user does.
    void choose(String name) {
        known(name).ifPresent(strategy::set);
    }

    /// Returns what is typed.
    StrategySettings typed() {
        StrategySettings wanted = awaited;
        return wanted != null
                ? typed(wanted.name(), wanted.parameters())
                : typed(strategy.get().name(), parameterTexts());
    }

    private StrategySettings typed(String name, Map<String, String> parameters) {
        PortfolioSettings several = portfolio.typed();
        RunSettings period = run.typed();
        return new StrategySettings(
                name,
                parameters,
                cash.get(),
                leverage.get(),
                commission.get(),
                several.equals(PortfolioSettings.NONE) ? null : several,
                period.equals(RunSettings.NONE) ? null : period);
    }

    /// Of a strategy that cannot be used, what was typed while it could.
    private Map<String, String> parameterTexts() {
        StrategyChoice chosen = strategy.get();
        Map<String, String> values = new LinkedHashMap<>();
        if (chosen.definition() == null) {
            String prefix = key(chosen, "");
            texts.forEach((key, text) -> {
                if (key.startsWith(prefix)) {
                    values.put(key.substring(prefix.length()), text.get());
                }
            });
        }
        for (Parameter parameter : chosen.parameters()) {
            StringProperty text = text(chosen, parameter.name());
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
        Long money = read(
                found, CASH, () -> anySpec.withCash(money(), BigDecimal.ONE).startingCash());
        BigDecimal times = read(
                found,
                LEVERAGE,
                () -> anySpec.withCash(BacktestSpec.DEFAULT_CASH, number(LEVERAGE, leverage))
                        .leverage());
        CommissionModel costs = read(
                found, COMMISSION, () -> CommissionModel.parse(commission.get().strip()));
        found.keySet().forEach(this::problem);
        problems.forEach((field, problem) -> problem.set(withoutName(found.getOrDefault(field, ""))));
        firstProblem = found.values().stream().findFirst().orElse("");
        StrategyDefinition definition = strategy.get().definition();
        if (definition == null || parameters == null || money == null || times == null || costs == null) {
            return Optional.empty();
        }
        return Optional.of(new BacktestSpec(
                definition,
                parameters,
                money,
                times,
                costs,
                anySpec.execution(),
                anySpec.account().withMode(mode),
                anySpec.chartTimeframes()));
    }

    private @Nullable ParameterValues checkParameters(Map<String, String> found) {
        StrategyChoice chosen = strategy.get();
        StrategyDefinition definition = chosen.definition();
        if (definition == null) {
            found.put(STRATEGY, chosen.problem());
            return null;
        }
        Map<String, String> values = parameterTexts();
        for (Parameter parameter : chosen.parameters()) {
            String text = values.getOrDefault(parameter.name(), "");
            read(found, key(chosen, parameter.name()), () -> parameter.parse(text));
        }
        if (!found.isEmpty()) {
            return null;
        }
        try {
            return definition.values(values);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            found.put(fieldNamedIn(message, chosen), message);
            return null;
        }
    }

    /// Values that do not go together are told of at the parameter named, or else at the first one. What is wrong
    /// in a source of the user's own is told of at the strategy.
    private static String fieldNamedIn(String message, StrategyChoice chosen) {
        List<Parameter> parameters = chosen.parameters();
        Optional<String> named = parameters.stream()
                .map(Parameter::name)
                .filter(name -> message.startsWith("parameter " + name + ":"))
                .findFirst();
        boolean isOfSource = chosen.file() != null || parameters.isEmpty();
        return named.map(name -> key(chosen, name))
                .orElseGet(() -> isOfSource
                        ? STRATEGY
                        : key(chosen, parameters.getFirst().name()));
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
    StringProperty text(StrategyChoice choice, String parameter) {
        return texts.computeIfAbsent(key(choice, parameter), key -> {
            String byDefault = defaultText(choice, parameter);
            defaults.put(key, byDefault);
            return watched(byDefault);
        });
    }

    /// Returns what was wrong with a parameter at the last [#check()], in a sentence; empty for nothing.
    ObservableValue<String> problem(StrategyChoice choice, String parameter) {
        return problem(key(choice, parameter));
    }

    /// Returns what was wrong with the strategy or a field of the account.
    StringProperty problem(String field) {
        return problems.computeIfAbsent(field, key -> new SimpleStringProperty(""));
    }

    /// Returns the first thing that was wrong at the last [#check()], with the field's name; empty for nothing.
    String firstProblem() {
        return firstProblem;
    }

    private static String key(StrategyChoice choice, String parameter) {
        return choice.name() + "." + parameter;
    }

    private static String defaultText(StrategyChoice choice, String name) {
        return choice.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(Parameter::defaultText)
                .orElse("");
    }

    /// What can be chosen; changes when the user's own change.
    ObservableValue<List<StrategyChoice>> choices() {
        return choices;
    }

    ObjectProperty<StrategyChoice> strategy() {
        return strategy;
    }

    /// Shows and reads times of another clock from now on.
    void setClock(WallClock clock) {
        showing = true;
        run.setClock(clock);
        showing = false;
    }

    /// The period and the models.
    RunForm run() {
        return run;
    }

    /// Further instruments and the account's currency.
    PortfolioForm portfolio() {
        return portfolio;
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
