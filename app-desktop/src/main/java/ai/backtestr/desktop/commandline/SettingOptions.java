package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.runs.RunSetting;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.run.BacktestSpec;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How a run's orders meet the market, what they cost and what the broker agrees to.
final class SettingOptions {
    private final Map<RunSetting, String> texts = new EnumMap<>(RunSetting.class);

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--cash", paramLabel = "AMOUNT", description = "Cash at the start; 10000 unless given.")
    void cash(String text) {
        texts.put(RunSetting.CASH, text);
    }

    @Option(
            names = "--leverage",
            paramLabel = "TIMES",
            description = "How many times its equity the account may hold, 1 to 1000; 1 unless given.")
    void leverage(String text) {
        texts.put(RunSetting.LEVERAGE, text);
    }

    @Option(
            names = "--commission",
            paramLabel = "COST",
            description = "What an execution costs: none, 0.1%%, 0.02%%/0.05%% (maker/taker), '0.005 per unit', '7 per"
                    + " lot', '1 per trade', each with ', at least 1' if wanted; none unless given.")
    void commission(String text) {
        texts.put(RunSetting.COMMISSION, text);
    }

    @Option(
            names = "--limit-fill",
            paramLabel = "RULE",
            description =
                    "When a resting limit order is filled: on touch, when the price goes through, or by its place in the"
                            + " queue: queue:conservative, queue:log, queue:log2, queue:power:2, queue:power2:2, queue:power3:2;"
                            + " touch unless given.")
    void limitFill(String text) {
        texts.put(RunSetting.LIMIT_FILL, text);
    }

    @Option(
            names = "--liquidity",
            paramLabel = "RULE",
            description = "How much a tick can fill: unlimited, or its quoted-size; unlimited unless given.")
    void liquidity(String text) {
        texts.put(RunSetting.LIQUIDITY, text);
    }

    @Option(
            names = "--slippage",
            paramLabel = "MODEL",
            description = "How much worse than the quote orders are filled: none, fixed:0.0001, random:0.0002 (up to),"
                    + " volume:0.1%% (for all of the quoted size), atr:10%%:14:1h (of the average true range of 14 bars"
                    + " of 1h); none unless given.")
    void slippage(String text) {
        texts.put(RunSetting.SLIPPAGE, text);
    }

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            description = "How long messages travel: 50ms, or 20ms..80ms for any time between; 0ms unless given.")
    void latency(String text) {
        texts.put(RunSetting.LATENCY, text);
    }

    @Option(
            names = "--spread",
            paramLabel = "MODEL",
            description = "The spread that orders meet: data, fixed:0.0002 or times:1.5; data unless given.")
    void spread(String text) {
        texts.put(RunSetting.SPREAD, text);
    }

    @Option(
            names = "--max-silence",
            paramLabel = "TIME",
            description = "Market orders are rejected after a longer silence of the market than this, like 10m; none"
                    + " unless given.")
    void maxSilence(String text) {
        texts.put(RunSetting.MAX_SILENCE, text);
    }

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Where random latency and slippage come from; 1 unless given.")
    void seed(String text) {
        texts.put(RunSetting.SEED, text);
    }

    @Option(
            names = "--account",
            paramLabel = "MODE",
            description = "netting: one position; hedging: one for each order that opened one; netting unless given.")
    void account(String text) {
        texts.put(RunSetting.ACCOUNT, text);
    }

    @Option(
            names = "--margin-call",
            paramLabel = "PERCENT",
            description = "Margin level below which a margin call is recorded; 100 unless given, 0 for none.")
    void marginCall(String text) {
        texts.put(RunSetting.MARGIN_CALL, text);
    }

    @Option(
            names = "--stop-out",
            paramLabel = "PERCENT",
            description = "Margin level below which the broker closes positions; 50 unless given.")
    void stopOut(String text) {
        texts.put(RunSetting.STOP_OUT, text);
    }

    @Option(
            names = "--swap",
            paramLabel = "MODEL",
            description =
                    "What holding over the end of a day earns: none, unit:-0.5:0.2 (a day and unit, long and"
                            + " short), yearly:-2.5:1 (percent), with :wednesday behind it for a triple day; none unless given.")
    void swap(String text) {
        texts.put(RunSetting.SWAP, text);
    }

    /// Returns what was given.
    Map<RunSetting, String> texts() {
        return new EnumMap<>(texts);
    }

    /// Returns `spec` with what was given.
    ///
    /// @throws ParameterException naming the option that does not fit
    BacktestSpec apply(BacktestSpec spec, Instrument instrument) {
        try {
            return RunSetting.apply(texts, spec, instrument);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(command, "--" + e.getMessage());
        }
    }
}
