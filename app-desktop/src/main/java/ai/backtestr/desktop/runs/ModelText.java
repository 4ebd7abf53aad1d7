package ai.backtestr.desktop.runs;

import ai.backtestr.engine.account.SwapModel;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.AtrRange;
import ai.backtestr.engine.order.ExecutionModel.LimitFill;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.QueueModel;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.order.SpreadModel;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the models of execution and account are written on the command line and in manifests, with prices as people
/// write them. Whatever is written reads back as the same model.
final class ModelText {
    private static final String NONE = "none";

    private ModelText() {}

    static String of(SlippageModel model, int priceScale) {
        return switch (model) {
            case SlippageModel.None none -> NONE;
            case SlippageModel.Fixed fixed -> "fixed:" + FixedPoint.format(fixed.units(), priceScale);
            case SlippageModel.Random random -> "random:" + FixedPoint.format(random.most(), priceScale);
            case SlippageModel.VolumeShare share ->
                "volume:" + share.percent().stripTrailingZeros().toPlainString() + "%";
            case SlippageModel.AtrShare share ->
                "atr:" + share.percent().stripTrailingZeros().toPlainString() + "%:"
                        + share.range().period() + ":" + share.range().timeframe();
        };
    }

    static SlippageModel slippage(String text, int priceScale) {
        String[] parts = text.split(":", 2);
        return switch (parts[0]) {
            case NONE -> new SlippageModel.None();
            case "fixed" -> new SlippageModel.Fixed(price(last(parts), priceScale));
            case "random" -> new SlippageModel.Random(price(last(parts), priceScale));
            case "volume" -> new SlippageModel.VolumeShare(percent(last(parts)));
            case "atr" -> atrShare(last(parts));
            default ->
                throw new IllegalArgumentException("'" + text + "' is not a slippage; write none, fixed:0.0001,"
                        + " random:0.0002 (up to that much), volume:0.1% (for all of the quoted size) or atr:10%:14:1h"
                        + " (of the average true range of 14 bars of 1h)");
        };
    }

    private static SlippageModel atrShare(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a share of an average true range; write one like atr:10%:14:1h");
        }
        AtrRange range =
                new AtrRange(Timeframe.parse(parts[2]), number(parts[1]).intValueExact());
        return new SlippageModel.AtrShare(percent(parts[0]), range);
    }

    static String of(LimitFill rule) {
        return switch (rule) {
            case LimitFill.ByQuote quote -> quote.name().toLowerCase(Locale.ROOT);
            case LimitFill.InQueue queue -> "queue:" + queue.model();
        };
    }

    static LimitFill limitFill(String text) {
        return switch (text) {
            case "touch" -> LimitFill.TOUCH;
            case "through" -> LimitFill.THROUGH;
            case "queue" -> new LimitFill.InQueue(QueueModel.CONSERVATIVE);
            default -> {
                if (!text.startsWith("queue:")) {
                    throw new IllegalArgumentException(
                            "'" + text + "' is none of touch, through, queue:conservative, queue:log, queue:power:2");
                }
                yield new LimitFill.InQueue(QueueModel.parse(text.substring("queue:".length())));
            }
        };
    }

    static String of(SpreadModel model, int priceScale) {
        return switch (model) {
            case SpreadModel.FromData data -> "data";
            case SpreadModel.Fixed fixed -> "fixed:" + FixedPoint.format(fixed.units(), priceScale);
            case SpreadModel.Times times ->
                "times:" + times.factor().stripTrailingZeros().toPlainString();
        };
    }

    static SpreadModel spread(String text, int priceScale) {
        String[] parts = text.split(":", 2);
        return switch (parts[0]) {
            case "data" -> new SpreadModel.FromData();
            case "fixed" -> new SpreadModel.Fixed(price(last(parts), priceScale));
            case "times" -> new SpreadModel.Times(number(last(parts)));
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is not a spread; write data, fixed:0.0002 or times:1.5");
        };
    }

    static String of(LatencyModel model) {
        String least = DurationText.of(model.leastNs());
        return model.leastNs() == model.mostNs() ? least : least + ".." + DurationText.of(model.mostNs());
    }

    static LatencyModel latency(String text) {
        int to = text.indexOf("..");
        return to < 0
                ? LatencyModel.fixed(DurationText.parse(text))
                : new LatencyModel(
                        DurationText.parse(text.substring(0, to)), DurationText.parse(text.substring(to + 2)));
    }

    static String of(SwapModel model) {
        return switch (model) {
            case SwapModel.None none -> NONE;
            case SwapModel.PerUnit unit -> "unit:" + rates(unit.longs(), unit.shorts(), unit.tripleDay());
            case SwapModel.YearlyPercent year -> "yearly:" + rates(year.longs(), year.shorts(), year.tripleDay());
        };
    }

    private static String rates(BigDecimal longs, BigDecimal shorts, @Nullable DayOfWeek triple) {
        return longs.toPlainString() + ":" + shorts.toPlainString()
                + (triple == null ? "" : ":" + triple.name().toLowerCase(Locale.ROOT));
    }

    static SwapModel swap(String text) {
        String[] parts = text.split(":", -1);
        if (text.equals(NONE)) {
            return new SwapModel.None();
        }
        boolean hasRates = parts.length == 3 || parts.length == 4;
        if (hasRates && parts[0].equals("unit")) {
            return new SwapModel.PerUnit(number(parts[1]), number(parts[2]), day(parts));
        }
        if (hasRates && parts[0].equals("yearly")) {
            return new SwapModel.YearlyPercent(number(parts[1]), number(parts[2]), day(parts));
        }
        throw new IllegalArgumentException(
                "'" + text + "' is not a swap; write none, unit:-0.5:0.2 (a day and unit, long"
                        + " and short) or yearly:-2.5:1 (percent), with :wednesday behind it for a triple day");
    }

    private static @Nullable DayOfWeek day(String[] parts) {
        if (parts.length == 3) {
            return null;
        }
        try {
            return DayOfWeek.valueOf(parts[3].toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + parts[3] + "' is not a day; write one like wednesday", e);
        }
    }

    private static String last(String[] parts) {
        return parts.length == 2 ? parts[1] : "";
    }

    private static BigDecimal percent(String text) {
        return number(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
    }

    static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
    }

    private static long price(String text, int scale) {
        try {
            return FixedPoint.toUnits(number(text), scale);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    text + " has more than the " + scale + " decimals that prices are stored with", e);
        }
    }
}
