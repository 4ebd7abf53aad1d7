package ai.backtestr.desktop.window;

import ai.backtestr.desktop.runs.RunSetting;
import ai.backtestr.desktop.settings.PortfolioSettings;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.PortfolioCheck;
import ai.backtestr.desktop.workspace.PortfolioRequest;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.currency.FixedRate;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.InstrumentTerms;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Further instruments and the account's currency, as the user is typing them, and what is wrong with them. FX
/// thread only.
final class PortfolioForm {
    /// Names the fields, as [#problem] takes them.
    static final String ALSO = "also";

    static final String CURRENCY = "currency";
    static final String RATES = "rates";

    private final Runnable onEdited;
    private final StringProperty also = watched();
    private final StringProperty currency = watched();
    private final StringProperty rates = watched();
    private final ObjectProperty<ConversionRule> conversion = new SimpleObjectProperty<>(ConversionRule.TAKER);
    private final Map<String, StringProperty> problems = new HashMap<>();

    /// @param onEdited hears of every change
    PortfolioForm(Runnable onEdited) {
        this.onEdited = onEdited;
        conversion.subscribe((before, now) -> onEdited.run());
    }

    private StringProperty watched() {
        StringProperty property = new SimpleStringProperty("");
        property.subscribe((before, now) -> edited());
        return property;
    }

    private void edited() {
        onEdited.run();
    }

    /// Shows what was run, null for one instrument in its own currency.
    void show(@Nullable PortfolioRequest request, Instrument main) {
        recall(
                request == null
                        ? PortfolioSettings.NONE
                        : new PortfolioSettings(
                                String.join(", ", request.also()),
                                request.currency().equals(main.quoteCurrency()) ? "" : request.currency(),
                                String.join(
                                        ", ",
                                        request.rates().stream()
                                                .map(FixedRate::toString)
                                                .toList()),
                                request.rule().toString()));
    }

    /// Shows what was typed in an earlier session.
    void recall(PortfolioSettings typed) {
        also.set(typed.also());
        currency.set(typed.currency());
        rates.set(typed.rates());
        conversion.set(Arrays.stream(ConversionRule.values())
                .filter(rule -> rule.toString().equals(typed.conversion()))
                .findFirst()
                .orElse(ConversionRule.TAKER));
    }

    PortfolioSettings typed() {
        return new PortfolioSettings(
                also.get(), currency.get(), rates.get(), conversion.get().toString());
    }

    /// Returns the further instruments as typed or, where nothing is, those that the strategy names itself.
    List<String> symbols(@Nullable StrategyDefinition strategy) {
        List<String> typed = split(also);
        return typed.isEmpty() && strategy != null ? strategy.further() : typed;
    }

    private static List<String> split(StringProperty text) {
        return Arrays.stream(text.get().split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /// Reads what is typed and tells each field's [#problem].
    ///
    /// @return what was read, or what is wrong
    Checked check(StoredData main, BacktestRequest run, PortfolioCheck stored) {
        BacktestSpec spec = run.spec();
        Instrument instrument = main.instrument();
        List<String> symbols = symbols(spec.strategy());
        boolean isPlain = symbols.isEmpty()
                && spec.strategy().instruments() == 1
                && (currency.get().isBlank() || currency.get().strip().equals(instrument.quoteCurrency()));
        Checked checked = isPlain ? Checked.PLAIN : read(main, run, symbols, stored);
        for (String field : List.of(ALSO, CURRENCY, RATES)) {
            problem(field).set(checked.field.equals(field) ? checked.problem : "");
        }
        return checked;
    }

    /// What the fields come to.
    ///
    /// @param request what is run besides; null for nothing
    /// @param field the field that does not fit; empty if all do
    /// @param problem what is wrong with it
    record Checked(@Nullable PortfolioRequest request, String field, String problem) {
        static final Checked PLAIN = new Checked(null, "", "");

        private static Checked wrong(String field, String problem) {
            return new Checked(null, field, problem);
        }

        boolean fits() {
            return field.isEmpty();
        }
    }

    private Checked read(StoredData main, BacktestRequest run, List<String> symbols, PortfolioCheck stored) {
        String problem = symbolProblem(main, run.spec(), symbols, stored);
        if (!problem.isEmpty()) {
            return Checked.wrong(ALSO, problem);
        }
        String code;
        try {
            code = currency.get().isBlank()
                    ? main.instrument().quoteCurrency()
                    : main.instrument()
                            .withQuoteCurrency(currency.get().strip())
                            .quoteCurrency();
        } catch (IllegalArgumentException e) {
            return Checked.wrong(CURRENCY, String.valueOf(e.getMessage()).replace("quote currency ", ""));
        }
        List<FixedRate> stated;
        try {
            stated = split(rates).stream().map(FixedRate::parse).toList();
        } catch (IllegalArgumentException e) {
            return Checked.wrong(RATES, String.valueOf(e.getMessage()));
        }
        PortfolioRequest request;
        try {
            List<InstrumentTerms> terms = terms(symbols, main, run.spec(), stored);
            request = new PortfolioRequest(symbols, terms, code, conversion.get(), stated);
        } catch (IllegalArgumentException e) {
            return Checked.wrong(ALSO, String.valueOf(e.getMessage()));
        }
        String time = stored.instrumentProblem(main, request);
        String rate = stored.rateProblem(main, request, run.range());
        return !time.isEmpty()
                ? Checked.wrong(ALSO, time)
                : !rate.isEmpty() ? Checked.wrong(RATES, rate) : new Checked(request, "", "");
    }

    private static String symbolProblem(
            StoredData main, BacktestSpec spec, List<String> symbols, PortfolioCheck stored) {
        int together = spec.strategy().instruments();
        if (together > 1 && together != symbols.size() + 1) {
            return spec.strategy().title() + " trades " + together + " instruments together; name "
                    + (together == 2 ? "the other one" : (together - 1) + " others") + " here";
        }
        if (main.recorded() != null) {
            return main.instrument().symbol() + " is shown as " + main.kind()
                    + ", and several instruments or another currency take ticks; choose its ticks or clear this";
        }
        Set<String> seen = new HashSet<>(Set.of(main.instrument().symbol()));
        for (String symbol : symbols) {
            if (!seen.add(symbol)) {
                return symbol.equals(main.instrument().symbol())
                        ? symbol + " is the instrument of the chart already; name others"
                        : symbol + " is named twice; name each instrument once";
            }
            if (stored.ticks(symbol).isEmpty()) {
                return "no ticks of " + symbol + " are stored; choose one from the list, or import them";
            }
        }
        return "";
    }

    /// Returns how each is traded: at the commission and by the models of the main one.
    ///
    /// @throws IllegalArgumentException naming the instrument that one of these does not fit
    private static List<InstrumentTerms> terms(
            List<String> symbols, StoredData main, BacktestSpec spec, PortfolioCheck stored) {
        Map<RunSetting, String> texts = RunSetting.texts(spec, main.instrument());
        return symbols.stream()
                .map(symbol ->
                        terms(texts, spec, stored.ticks(symbol).orElseThrow().instrument()))
                .toList();
    }

    private static InstrumentTerms terms(Map<RunSetting, String> texts, BacktestSpec spec, Instrument instrument) {
        try {
            return RunSetting.terms(texts, spec, instrument);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(instrument.symbol() + " has other prices: " + e.getMessage(), e);
        }
    }

    /// Names a further instrument, or no longer.
    void toggle(String symbol, @Nullable StrategyDefinition strategy) {
        List<String> before = symbols(strategy);
        List<String> without =
                before.stream().filter(one -> !one.equals(symbol)).toList();
        also.set(
                String.join(", ", without) + (before.contains(symbol) ? "" : (without.isEmpty() ? "" : ", ") + symbol));
    }

    /// Returns what was wrong with a field at the last check; empty for nothing.
    StringProperty problem(String field) {
        return problems.computeIfAbsent(field, key -> new SimpleStringProperty(""));
    }

    StringProperty also() {
        return also;
    }

    StringProperty currency() {
        return currency;
    }

    StringProperty rates() {
        return rates;
    }

    ObjectProperty<ConversionRule> conversion() {
        return conversion;
    }
}
