package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.runs.RunSetting;
import ai.backtestr.desktop.workspace.PortfolioRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.currency.FixedRate;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.InstrumentTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Several instruments in one account, and its currency.
final class PortfolioOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--also",
            split = ",",
            paramLabel = "SYMBOL",
            description = "Trade this instrument too, in the same account; may be repeated, or several with commas."
                    + " Strategies that trade one instrument run on each; 'pairs-reversion' trades two together.")
    private List<String> also = List.of();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "The account's currency, like USD; the main instrument's quote currency unless given.")
    private @Nullable String currency;

    @Option(
            names = "--rate",
            paramLabel = "PAIR=RATE",
            description = "State a rate, like EURUSD=1.10, rather than take it from stored ticks; may be repeated.")
    private List<String> rates = List.of();

    @Option(
            names = "--conversion",
            paramLabel = "RULE",
            description = "Convert profit at the side that converting would get (taker) or halfway between bid and ask"
                    + " (mid); taker unless given.")
    private ConversionRule rule = ConversionRule.TAKER;

    @Option(
            names = "--for",
            paramLabel = "SYMBOL:NAME=VALUE",
            description =
                    "A setting of one further instrument, like USDJPY:slippage=fixed:0.01: commission, limit-fill,"
                            + " liquidity, slippage, latency, spread, max-silence or swap; may be repeated.")
    private List<String> own = List.of();

    /// Returns what was asked for; null if it is one instrument in its own currency, on which stated rates have no
    /// effect.
    ///
    /// @param spec what is run, with all that is set for all instruments
    /// @param common what was set for all instruments
    /// @throws ParameterException naming the option that does not fit
    @Nullable
    PortfolioRequest request(Workspace workspace, Instrument main, BacktestSpec spec, Map<RunSetting, String> common) {
        List<String> symbols = also.isEmpty() ? spec.strategy().further() : also;
        requireDifferent(main.symbol(), symbols);
        int together = spec.strategy().instruments();
        if (together > 1 && together != symbols.size() + 1) {
            throw Usage.wrong(
                    command,
                    spec.strategy().name() + " trades " + together + " instruments together; name "
                            + (together == 2 ? "the other one" : (together - 1) + " others") + " with --also");
        }
        String code = currency == null ? main.quoteCurrency() : requireCurrency(main, currency);
        if (symbols.isEmpty() && code.equals(main.quoteCurrency())) {
            requireNothingOwn(List.of());
            return null;
        }
        requireNothingOwn(symbols);
        List<InstrumentTerms> terms = new ArrayList<>();
        for (String symbol : symbols) {
            terms.add(terms(workspace.stored(symbol).instrument(), spec, common));
        }
        return new PortfolioRequest(symbols, terms, code, rule, stated());
    }

    private void requireDifferent(String main, List<String> symbols) {
        Set<String> seen = new HashSet<>(Set.of(main));
        for (String symbol : symbols) {
            if (!seen.add(symbol)) {
                throw Usage.wrong(command, symbol + " is named twice; name each instrument once");
            }
        }
    }

    private String requireCurrency(Instrument main, String code) {
        try {
            return main.withQuoteCurrency(code).quoteCurrency();
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(
                    command, "--currency: " + String.valueOf(e.getMessage()).replace("quote currency ", ""));
        }
    }

    private List<FixedRate> stated() {
        try {
            return rates.stream().map(FixedRate::parse).toList();
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, "--rate: " + e.getMessage());
        }
    }

    private void requireNothingOwn(List<String> symbols) {
        for (String text : own) {
            String symbol = text.contains(":") ? text.substring(0, text.indexOf(':')) : text;
            if (!symbols.contains(symbol)) {
                throw Usage.wrong(
                        command,
                        "--for " + text + ": '" + symbol + "' is no instrument named with --also;"
                                + " write one like USDJPY:slippage=fixed:0.01");
            }
        }
    }

    private InstrumentTerms terms(Instrument instrument, BacktestSpec spec, Map<RunSetting, String> common) {
        Map<RunSetting, String> texts = new EnumMap<>(RunSetting.class);
        texts.putAll(common);
        own(instrument.symbol()).forEach((name, text) -> texts.put(setting(name), text));
        try {
            return RunSetting.terms(texts, spec, instrument);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(
                    command,
                    instrument.symbol() + ", " + e.getMessage() + "; give it one of its own with --for "
                            + instrument.symbol() + ":NAME=VALUE");
        }
    }

    private Map<String, String> own(String symbol) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String text : own) {
            int equals = text.indexOf('=');
            if (text.startsWith(symbol + ":") && equals > 0) {
                texts.put(text.substring(symbol.length() + 1, equals), text.substring(equals + 1));
            } else if (text.startsWith(symbol + ":")) {
                throw Usage.wrong(command, "--for " + text + ": write SYMBOL:NAME=VALUE");
            }
        }
        return texts;
    }

    private RunSetting setting(String name) {
        return Arrays.stream(RunSetting.values())
                .filter(setting -> setting.isOfInstrument() && setting.option().equals(name))
                .findFirst()
                .orElseThrow(() -> Usage.wrong(command, "--for: '" + name + "' is not a setting of an instrument"));
    }
}
