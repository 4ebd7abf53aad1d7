package ai.backtestr.desktop.runs;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.account.AccountTerms;
import ai.backtestr.engine.account.SwapModel;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.InstrumentTerms;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What decides a run besides data, instrument, strategy and parameters. Its texts are the values of the options of
/// `run` and those in manifests; what [#text] writes, [#apply] reads.
public enum RunSetting {
    CASH("cash"),
    LEVERAGE("leverage"),
    COMMISSION("commission"),
    LIMIT_FILL("limit-fill"),
    LIQUIDITY("liquidity"),
    SLIPPAGE("slippage"),
    LATENCY("latency"),
    SPREAD("spread"),
    MAX_SILENCE("max-silence"),
    SEED("seed"),
    ACCOUNT("account"),
    MARGIN_CALL("margin-call"),
    STOP_OUT("stop-out"),
    SWAP("swap");

    private static final String NEVER = "none";

    private final String option;

    RunSetting(String option) {
        this.option = option;
    }

    /// Returns what it is called in manifests and, with two hyphens before it, on the command line.
    public String option() {
        return option;
    }

    /// Returns the settings of `spec`, all of them.
    public static Map<RunSetting, String> texts(BacktestSpec spec, Instrument instrument) {
        Map<RunSetting, String> texts = new EnumMap<>(RunSetting.class);
        for (RunSetting setting : values()) {
            texts.put(setting, setting.text(spec, instrument));
        }
        return texts;
    }

    /// Returns `spec` with those settings, the others as they are.
    ///
    /// @throws IllegalArgumentException naming the setting that does not fit and why
    public static BacktestSpec apply(Map<RunSetting, String> texts, BacktestSpec spec, Instrument instrument) {
        BacktestSpec changed = spec;
        for (Map.Entry<RunSetting, String> text : new EnumMap<>(texts).entrySet()) {
            changed = text.getKey().read(text.getValue(), changed, instrument);
        }
        return changed;
    }

    /// Tells whether each instrument of several has one of its own.
    public boolean isOfInstrument() {
        return switch (this) {
            case COMMISSION, LIMIT_FILL, LIQUIDITY, SLIPPAGE, LATENCY, SPREAD, MAX_SILENCE, SWAP -> true;
            case CASH, LEVERAGE, SEED, ACCOUNT, MARGIN_CALL, STOP_OUT -> false;
        };
    }

    /// Returns those of a further instrument that has terms of its own.
    static Map<RunSetting, String> texts(BacktestSpec base, InstrumentTerms terms, Instrument instrument) {
        BacktestSpec spec = base.withCommission(terms.commission())
                .withExecution(terms.execution())
                .withAccount(base.account().withSwap(terms.swap()));
        Map<RunSetting, String> texts = texts(spec, instrument);
        texts.keySet().removeIf(setting -> !setting.isOfInstrument());
        return texts;
    }

    /// Returns the terms of a further instrument: those settings, and for the others that an instrument has what
    /// they are unless given. The seed is that of `base`.
    ///
    /// @throws IllegalArgumentException naming the setting that does not fit and why
    public static InstrumentTerms terms(Map<RunSetting, String> texts, BacktestSpec base, Instrument instrument) {
        BacktestSpec plain = base.withCommission(new CommissionModel.None())
                .withExecution(ExecutionModel.DEFAULT.withSeed(base.execution().seed()))
                .withAccount(base.account().withSwap(new SwapModel.None()));
        Map<RunSetting, String> own = new EnumMap<>(RunSetting.class);
        texts.forEach((setting, text) -> {
            if (setting.isOfInstrument()) {
                own.put(setting, text);
            }
        });
        return InstrumentTerms.ofMain(apply(own, plain, instrument));
    }

    private BacktestSpec read(String text, BacktestSpec spec, Instrument instrument) {
        try {
            return apply(text, spec, instrument);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }

    private String text(BacktestSpec spec, Instrument instrument) {
        ExecutionModel execution = spec.execution();
        AccountTerms account = spec.account();
        return switch (this) {
            case CASH -> Money.toDecimal(spec.startingCash()).toPlainString();
            case LEVERAGE -> plain(spec.leverage());
            case COMMISSION -> spec.commission().toString();
            case LIMIT_FILL -> ModelText.of(execution.limitFill());
            case LIQUIDITY -> name(execution.liquidity());
            case SLIPPAGE -> ModelText.of(execution.slippage(), instrument.priceScale());
            case LATENCY -> ModelText.of(execution.latency());
            case SPREAD -> ModelText.of(execution.spread(), instrument.priceScale());
            case MAX_SILENCE ->
                execution.longestSilenceNs() == Long.MAX_VALUE ? NEVER : DurationText.of(execution.longestSilenceNs());
            case SEED -> Long.toString(execution.seed());
            case ACCOUNT -> name(account.mode());
            case MARGIN_CALL -> plain(account.marginCallPercent());
            case STOP_OUT -> plain(account.stopOutPercent());
            case SWAP -> ModelText.of(account.swap());
        };
    }

    private BacktestSpec apply(String text, BacktestSpec spec, Instrument instrument) {
        ExecutionModel execution = spec.execution();
        AccountTerms account = spec.account();
        return switch (this) {
            case CASH -> spec.withCash(amount(text), spec.leverage());
            case LEVERAGE -> spec.withCash(spec.startingCash(), ModelText.number(text));
            case COMMISSION -> spec.withCommission(CommissionModel.parse(withLot(text, instrument)));
            case LIMIT_FILL -> spec.withExecution(execution.withLimitFill(ModelText.limitFill(text)));
            case LIQUIDITY ->
                spec.withExecution(execution.withLiquidity(constant(ExecutionModel.Liquidity.class, text)));
            case SLIPPAGE ->
                spec.withExecution(execution.withSlippage(ModelText.slippage(text, instrument.priceScale())));
            case LATENCY -> spec.withExecution(execution.withLatency(ModelText.latency(text)));
            case SPREAD -> spec.withExecution(execution.withSpread(ModelText.spread(text, instrument.priceScale())));
            case MAX_SILENCE ->
                spec.withExecution(
                        execution.withLongestSilence(text.equals(NEVER) ? Long.MAX_VALUE : DurationText.parse(text)));
            case SEED -> spec.withExecution(execution.withSeed(wholeNumber(text)));
            case ACCOUNT -> spec.withAccount(account.withMode(constant(AccountMode.class, text)));
            case MARGIN_CALL ->
                spec.withAccount(account.withMarginLevels(ModelText.number(text), account.stopOutPercent()));
            case STOP_OUT ->
                spec.withAccount(account.withMarginLevels(account.marginCallPercent(), ModelText.number(text)));
            case SWAP -> spec.withAccount(account.withSwap(ModelText.swap(text)));
        };
    }

    /// A lot without a number is the instrument's.
    private static String withLot(String commission, Instrument instrument) {
        return commission.replaceFirst(
                " per lot(?! of)",
                " per lot of " + instrument.contract().lotSize().toPlainString());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static long amount(String text) {
        try {
            return Money.parse(text);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an amount; write a number like 10000 or 2500.50", e);
        }
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is none of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(RunSetting::name)
                                .collect(Collectors.joining(", "))));
    }
}
