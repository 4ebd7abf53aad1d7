package ai.backtestr.desktop.runs;

import ai.backtestr.desktop.workspace.PortfolioRequest;
import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.currency.FixedRate;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.InstrumentTerms;
import ai.backtestr.engine.run.Portfolio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a run over several instruments, or in an account of another currency, has in its manifest besides.
///
/// @param currency the account's
/// @param conversion at which side of rates money is converted
/// @param rates rates that were stated
/// @param mainData what was read of the main instrument
/// @param also the further instruments
/// @param ratesFrom the instruments that were read for their rates alone
record PortfolioManifest(
        String currency,
        String conversion,
        List<String> rates,
        Map<String, String> mainData,
        List<Further> also,
        List<Further> ratesFrom) {

    /// A further instrument.
    ///
    /// @param symbol whose ticks
    /// @param instrument as it was then, by the names of its fields
    /// @param data what was read: digest, ticks, first, last
    /// @param settings how it was traded; nothing of one read for its rate alone
    record Further(
            String symbol, Map<String, String> instrument, Map<String, String> data, Map<RunSetting, String> settings) {
        static Further of(Instrument instrument, Portfolio.Data data, Map<RunSetting, String> settings) {
            return new Further(instrument.symbol(), RunManifest.fields(instrument), texts(data), settings);
        }
    }

    static PortfolioManifest of(BacktestSpec spec, Portfolio portfolio) {
        List<Further> also = new ArrayList<>();
        for (Portfolio.Traded traded :
                portfolio.instruments().subList(1, portfolio.instruments().size())) {
            Instrument instrument = traded.instrument();
            also.add(Further.of(instrument, traded.data(), RunSetting.texts(spec, traded.terms(), instrument)));
        }
        return new PortfolioManifest(
                portfolio.currency(),
                portfolio.rule().toString(),
                portfolio.stated().stream().map(FixedRate::toString).toList(),
                texts(portfolio.instruments().getFirst().data()),
                also,
                portfolio.rates().stream()
                        .map(rate -> Further.of(rate.instrument(), rate.data(), Map.of()))
                        .toList());
    }

    private static Map<String, String> texts(Portfolio.Data data) {
        return RunManifest.data(data.digest(), data.ticks(), data.firstNs(), data.lastNs());
    }

    /// Returns what to run to get the same again.
    PortfolioRequest request(BacktestSpec spec, Function<String, Instrument> instruments) {
        List<InstrumentTerms> terms = new ArrayList<>();
        for (Further further : also) {
            terms.add(RunSetting.terms(further.settings, spec, instruments.apply(further.symbol)));
        }
        return new PortfolioRequest(
                also.stream().map(Further::symbol).toList(),
                terms,
                currency,
                ConversionRule.parse(conversion),
                rates.stream().map(FixedRate::parse).toList());
    }

    /// Returns the account's currency, the rule and the rates, by name, for comparisons.
    Map<String, String> settingRows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("currency", currency);
        rows.put("conversion", conversion);
        rows.put("rates", String.join(" ", rates));
        for (Further further : also) {
            further.settings.forEach((setting, text) -> rows.put(further.symbol + " " + setting.option(), text));
        }
        return rows;
    }

    /// Returns the fields of all further instruments, by symbol and name.
    Map<String, String> instrumentRows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("also", String.join(" ", also.stream().map(Further::symbol).toList()));
        rows.put(
                "rates from",
                String.join(" ", ratesFrom.stream().map(Further::symbol).toList()));
        for (Further further : all()) {
            further.instrument.forEach((name, text) -> rows.put(further.symbol + " " + name, text));
        }
        return rows;
    }

    /// Returns what was read of every instrument, by symbol and name, with times for people.
    Map<String, String> dataRows(String main) {
        Map<String, String> rows = new LinkedHashMap<>();
        put(rows, main, mainData);
        all().forEach(further -> put(rows, further.symbol, further.data));
        return rows;
    }

    private static void put(Map<String, String> rows, String symbol, Map<String, String> data) {
        ManifestDocument.withReadableTimes(data).forEach((name, text) -> rows.put(symbol + " " + name, text));
    }

    private List<Further> all() {
        List<Further> all = new ArrayList<>(also);
        all.addAll(ratesFrom);
        return all;
    }
}
