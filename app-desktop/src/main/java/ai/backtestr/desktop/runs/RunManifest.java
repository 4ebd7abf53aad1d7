package ai.backtestr.desktop.runs;

import ai.backtestr.desktop.instrument.InstrumentField;
import ai.backtestr.desktop.program.Program;
import ai.backtestr.desktop.userstrategy.StrategyLibrary;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.BarDataRun;
import ai.backtestr.engine.run.PathAssumption;
import ai.backtestr.engine.statistics.Statistic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All that decided a run, and what came of it, as texts: enough to run it again on the same ticks and to tell what
/// is different if the result is.
///
/// @param program name and version of the program
/// @param symbol whose ticks
/// @param range which of them were asked for
/// @param instrument the instrument as it was then, by the names of its fields
/// @param data what was read: digest, ticks, first, last; of bar data also the length of the bars and the path
///     assumption
/// @param strategy name of the strategy
/// @param parameters its parameters, in the order of declaration
/// @param settings all other settings
/// @param resultHash equal exactly when the run is the same
/// @param statistics the figures by their ids, in plain digits; null for one that is not defined
/// @param portfolio what a run over several instruments, or in another currency, has besides; else null
public record RunManifest(
        String program,
        String symbol,
        TimeRange range,
        Map<String, String> instrument,
        Map<String, String> data,
        String strategy,
        Map<String, String> parameters,
        Map<RunSetting, String> settings,
        String resultHash,
        Map<String, @Nullable String> statistics,
        @Nullable PortfolioManifest portfolio) {

    /// Name of the file in the folder of a report.
    public static final String FILE_NAME = "manifest.json";

    static final String BARS = "bars";
    private static final String PATH = "path";

    /// Returns the manifest of a run that this program has just made.
    public static RunManifest of(BacktestRequest request, BacktestResult result) {
        BacktestSpec spec = result.spec();
        return new RunManifest(
                Program.nameAndVersion(),
                request.symbol(),
                request.range(),
                fields(result.instrument()),
                data(result),
                spec.strategy().name(),
                spec.parameters().texts(),
                RunSetting.texts(spec, result.instrument()),
                result.resultHash(),
                statistics(result),
                result.portfolio() == null ? null : PortfolioManifest.of(spec, result.portfolio()));
    }

    static Map<String, String> fields(Instrument instrument) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("price-scale", Integer.toString(instrument.priceScale()));
        fields.put("quantity-scale", Integer.toString(instrument.quantityScale()));
        for (InstrumentField field : InstrumentField.values()) {
            fields.put(field.option(), field.text(instrument));
        }
        return fields;
    }

    private static Map<String, String> data(BacktestResult result) {
        Map<String, String> data = new LinkedHashMap<>();
        data.putAll(data(result.dataDigest(), result.ticks(), result.firstNs(), result.lastNs()));
        BarDataRun barData = result.barData();
        if (barData != null) {
            data.put(BARS, barData.timeframe().toString());
            data.put(PATH, barData.path().toString());
        }
        return data;
    }

    static Map<String, String> data(String digest, long ticks, long firstNs, long lastNs) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("digest", digest);
        data.put("ticks", Long.toString(ticks));
        data.put("first", Long.toString(firstNs));
        data.put("last", Long.toString(lastNs));
        return data;
    }

    private static Map<String, @Nullable String> statistics(BacktestResult result) {
        Map<String, @Nullable String> figures = new LinkedHashMap<>();
        for (Statistic statistic : result.statistics().all()) {
            figures.put(
                    statistic.id(),
                    statistic.value() == null ? null : statistic.value().toPlainString());
        }
        return figures;
    }

    /// Returns what to run to get the same again.
    ///
    /// @param instruments how instruments are stored now, by their symbols
    /// @param strategies where the strategy is looked up
    /// @throws IllegalArgumentException if this program has no such strategy or a value does not fit any more
    public BacktestRequest request(Function<String, Instrument> instruments, StrategyLibrary strategies) {
        BacktestSpec plain = BacktestSpec.of(strategies.named(strategy), parameters);
        BacktestSpec spec = RunSetting.apply(settings, plain, instruments.apply(symbol));
        String bars = data.get(BARS);
        String path = data.get(PATH);
        return new BacktestRequest(
                symbol,
                range,
                spec,
                bars == null ? null : Timeframe.parse(bars),
                path == null ? PathAssumption.NEAREST : PathAssumption.parse(path),
                portfolio == null ? null : portfolio.request(spec, instruments));
    }

    /// Tells whether that run has the symbol, period, strategy, parameters and settings of a request; whether also the
    /// ticks are the same it does not look at.
    public boolean isOf(BacktestRequest request, Instrument main) {
        Map<RunSetting, String> texts = RunSetting.texts(request.spec(), main);
        return symbol.equals(request.symbol())
                && range.equals(request.range())
                && strategy.equals(request.spec().strategy().name())
                && parameters.equals(request.spec().parameters().texts())
                && settings.entrySet().stream()
                        .allMatch(setting -> setting.getValue().equals(texts.get(setting.getKey())));
    }

    /// Returns the symbols of all traded instruments, the main one first.
    public List<String> symbols() {
        List<String> symbols = new ArrayList<>(List.of(symbol));
        if (portfolio != null) {
            portfolio.also().forEach(further -> symbols.add(further.symbol()));
        }
        return symbols;
    }

    /// Tells whether it is over several instruments, or in another currency than its instrument's.
    public boolean isOfSeveral() {
        return portfolio != null;
    }

    /// Returns the settings by the names of their options.
    Map<String, String> settingsByName() {
        Map<String, String> named = new LinkedHashMap<>();
        new EnumMap<>(settings).forEach((setting, text) -> named.put(setting.option(), text));
        return named;
    }
}
