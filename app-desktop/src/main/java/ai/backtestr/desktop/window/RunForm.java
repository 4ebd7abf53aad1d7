package ai.backtestr.desktop.window;

import ai.backtestr.desktop.runs.RunSetting;
import ai.backtestr.desktop.settings.RunSettings;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.PathAssumption;
import ai.backtestr.engine.time.Times;
import ai.backtestr.engine.time.WallClock;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The period of a run and the models it goes by, as the user is typing them, and what is wrong with them. A field left
/// empty stands for the first or last tick, or for the model that is used unless another is named. FX thread only.
final class RunForm {
    /// Names the fields of the period, as [#problem] takes them; those of models are called as the options of `run`.
    static final String FROM = "from";

    static final String TO = "to";

    /// The models that have a field, in the order of the panel.
    static final List<RunSetting> MODELS = List.of(
            RunSetting.SLIPPAGE,
            RunSetting.LATENCY,
            RunSetting.SPREAD,
            RunSetting.LIMIT_FILL,
            RunSetting.LIQUIDITY,
            RunSetting.MAX_SILENCE,
            RunSetting.SEED,
            RunSetting.SWAP,
            RunSetting.MARGIN_CALL,
            RunSetting.STOP_OUT);

    private final Runnable onEdited;
    private final StringProperty from = watched();
    private final StringProperty to = watched();
    private final ObjectProperty<PathAssumption> path = new SimpleObjectProperty<>(PathAssumption.NEAREST);
    private final Map<RunSetting, StringProperty> models = new EnumMap<>(RunSetting.class);
    private final Map<String, StringProperty> problems = new HashMap<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private WallClock clock = WallClock.UTC;

    /// @param onEdited hears of every change
    RunForm(Runnable onEdited) {
        this.onEdited = onEdited;
        MODELS.forEach(model -> models.put(model, watched()));
        path.subscribe((before, now) -> edited());
    }

    private StringProperty watched() {
        StringProperty property = new SimpleStringProperty("");
        property.subscribe((before, now) -> edited());
        return property;
    }

    private void edited() {
        summary.set(named().entrySet().stream()
                .map(model -> model.getKey() + " " + model.getValue())
                .collect(Collectors.joining(", ")));
        onEdited.run();
    }

    private Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        for (RunSetting model : MODELS) {
            String text = model(model).get() == null ? "" : model(model).get().strip();
            if (!text.isEmpty()) {
                named.put(model.option(), text);
            }
        }
        if (path.get() != PathAssumption.NEAREST) {
            named.put("path", path.get().toString());
        }
        return named;
    }

    /// Shows and reads times of another clock from now on; the moments stay.
    void setClock(WallClock other) {
        OptionalLong begins = moment(from);
        OptionalLong ends = moment(to);
        clock = other;
        begins.ifPresent(timeNs -> from.set(local(timeNs)));
        ends.ifPresent(timeNs -> to.set(local(timeNs)));
    }

    private OptionalLong moment(StringProperty text) {
        try {
            return text.get().isBlank()
                    ? OptionalLong.empty()
                    : OptionalLong.of(clock.parse(text.get().strip()));
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /// Of a midnight the day alone, of other times no seconds that are none.
    private String local(long timeNs) {
        return clock.formatLocal(timeNs).replaceFirst("(T00:00)?:00$", "");
    }

    /// Shows what was run.
    void show(BacktestRequest request, Instrument instrument) {
        TimeRange range = request.range();
        from.set(range.fromNs() == Long.MIN_VALUE ? "" : local(range.fromNs()));
        to.set(range.toNs() == Long.MAX_VALUE ? "" : local(range.toNs()));
        path.set(request.path());
        BacktestSpec plain = BacktestSpec.of(
                request.spec().strategy(), request.spec().parameters().texts());
        Map<RunSetting, String> usual = RunSetting.texts(plain, instrument);
        Map<RunSetting, String> ran = RunSetting.texts(request.spec(), instrument);
        models.forEach((model, text) ->
                text.set(ran.getOrDefault(model, "").equals(usual.get(model)) ? "" : ran.getOrDefault(model, "")));
    }

    /// Shows what was typed in an earlier session.
    void recall(RunSettings typed) {
        from.set(shown(typed.from()));
        to.set(shown(typed.to()));
        path.set(Arrays.stream(PathAssumption.values())
                .filter(one -> one.toString().equals(typed.path()))
                .findFirst()
                .orElse(PathAssumption.NEAREST));
        models.forEach((model, text) -> text.set(typed.models().getOrDefault(model.option(), "")));
    }

    private String shown(String utc) {
        try {
            return utc.isBlank() ? "" : local(Times.parse(utc));
        } catch (DateTimeException | ArithmeticException e) {
            return utc;
        }
    }

    RunSettings typed() {
        Map<String, String> texts = named();
        texts.remove("path");
        return new RunSettings(kept(from), kept(to), path.get().toString(), texts);
    }

    private String kept(StringProperty text) {
        OptionalLong moment = moment(text);
        return moment.isPresent()
                ? Times.format(moment.getAsLong())
                : text.get().strip();
    }

    /// Reads what is typed and tells each field's [#problem].
    ///
    /// @return what to run on an instrument, or what is wrong
    Checked check(StoredData main, BacktestSpec spec) {
        Map<String, String> found = new LinkedHashMap<>();
        TimeRange range = range(found);
        BacktestSpec whole = spec;
        for (RunSetting model : MODELS) {
            whole = read(model, whole, main.instrument(), found);
        }
        found.keySet().forEach(this::problem);
        problems.forEach((field, problem) -> problem.set(found.getOrDefault(field, "")));
        BacktestRequest request =
                new BacktestRequest(main.instrument().symbol(), range, whole, main.recorded(), path.get());
        return found.entrySet().stream()
                .findFirst()
                .map(wrong -> new Checked(null, wrong.getKey() + ": " + wrong.getValue()))
                .orElseGet(() -> new Checked(request, ""));
    }

    /// What the fields come to.
    ///
    /// @param request what to run; null if a field does not fit
    /// @param problem what is wrong; empty for nothing
    record Checked(@Nullable BacktestRequest request, String problem) {}

    private TimeRange range(Map<String, String> found) {
        long begins = read(FROM, from, Long.MIN_VALUE, found);
        long ends = read(TO, to, Long.MAX_VALUE, found);
        if (found.isEmpty() && begins >= ends) {
            found.put(TO, "that is not after " + from.get().strip() + ", when the period begins");
        }
        return found.isEmpty() ? new TimeRange(begins, ends) : TimeRange.ALL;
    }

    private long read(String field, StringProperty text, long unlessTyped, Map<String, String> found) {
        String problem =
                text.get().isBlank() ? "" : GoToDialog.problem(text.get().strip(), clock);
        if (!problem.isEmpty()) {
            found.put(field, problem);
        }
        return moment(text).orElse(unlessTyped);
    }

    private BacktestSpec read(RunSetting model, BacktestSpec spec, Instrument instrument, Map<String, String> found) {
        String text = named().get(model.option());
        try {
            return text == null ? spec : RunSetting.apply(Map.of(model, text), spec, instrument);
        } catch (IllegalArgumentException e) {
            found.put(model.option(), String.valueOf(e.getMessage()).replaceFirst("^[\\w-]+: ", ""));
            return spec;
        }
    }

    /// Returns what was wrong with a field at the last check; empty for nothing.
    StringProperty problem(String field) {
        return problems.computeIfAbsent(field, key -> new SimpleStringProperty(""));
    }

    StringProperty from() {
        return from;
    }

    StringProperty to() {
        return to;
    }

    ObjectProperty<PathAssumption> path() {
        return path;
    }

    /// Returns what is typed for a model of [#MODELS].
    StringProperty model(RunSetting model) {
        StringProperty text = models.get(model);
        if (text == null) {
            throw new IllegalArgumentException(model + " has no field among the models");
        }
        return text;
    }

    /// The models that are named, in words; empty for none.
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }
}
