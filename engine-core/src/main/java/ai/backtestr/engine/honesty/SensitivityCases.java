package ai.backtestr.engine.honesty;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.AtrRange;
import ai.backtestr.engine.order.ExecutionModel;
import ai.backtestr.engine.order.LatencyModel;
import ai.backtestr.engine.order.SlippageModel;
import ai.backtestr.engine.order.SpreadModel;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.run.BarDataRun;
import ai.backtestr.engine.run.InstrumentTerms;
import ai.backtestr.engine.run.PathAssumption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The cases of a sensitivity strip: how a run is made harder, in steps that a broker could well be worse by.
///
/// | case | becomes |
/// |---|---|
/// | spread | twice what it was; where the data have none, a hundredth of a percent of the first price |
/// | latency | a quarter of a second more, each way; not on bar data, which do not tell what it costs |
/// | slippage | half of the mean spread more, at least a tick; without quotes half of a hundredth of a percent |
/// | fills | resting limits are filled only when the price goes beyond them, and no tick fills more than its size |
/// | all of these | at once |
/// | path | on bar data, the pessimistic and the optimistic way through a bar |
public final class SensitivityCases {
    private static final long LATENCY_NS = 250_000_000L;
    private static final double SPREAD_SHARE = 0.0001;

    private final BacktestSpec spec;
    private final Instrument instrument;
    private final boolean hasQuotes;
    private final double meanSpread;
    private final long firstPrice;

    private SensitivityCases(BacktestResult result, TickSurvey survey) {
        this(result.spec(), result.instrument(), result.equity().firstPrice(), survey);
    }

    private SensitivityCases(BacktestSpec spec, Instrument instrument, long firstPrice, TickSurvey survey) {
        this.spec = spec;
        this.instrument = instrument;
        this.firstPrice = firstPrice;
        hasQuotes = survey.quotes() > 0;
        meanSpread = survey.meanSpread();
    }

    /// Returns how a further instrument of a run over several is traded in each case, by the case's id.
    ///
    /// @param firstPrice its first, at its price scale
    public static Map<String, InstrumentTerms> ofFurther(
            BacktestSpec base, InstrumentTerms terms, Instrument instrument, long firstPrice, TickSurvey survey) {
        BacktestSpec own = base.withExecution(terms.execution());
        Map<String, InstrumentTerms> harder = new LinkedHashMap<>();
        for (SensitivityCase one : new SensitivityCases(own, instrument, firstPrice, survey).onTicks()) {
            harder.put(
                    one.id(), new InstrumentTerms(terms.commission(), one.spec().execution(), terms.swap()));
        }
        return harder;
    }

    /// Returns the cases for a run on ticks.
    public static List<SensitivityCase> onTicks(BacktestResult result, TickSurvey survey) {
        return new SensitivityCases(result, survey).onTicks();
    }

    private List<SensitivityCase> onTicks() {
        ExecutionModel model = spec.execution();
        List<SensitivityCase> all = new ArrayList<>();
        all.add(of("spread", spreadTitle(), model.withSpread(spread())));
        all.add(of("latency", "Latency 250 ms longer", model.withLatency(longer(model.latency()))));
        all.add(of("slippage", slippageTitle(), model.withSlippage(slippage())));
        all.add(of("fills", "Limits filled only beyond their price, within quoted sizes", strict(model)));
        all.add(of(
                "all",
                "All of these at once",
                strict(model)
                        .withSpread(spread())
                        .withLatency(longer(model.latency()))
                        .withSlippage(slippage())));
        return all;
    }

    /// Returns the cases for a run on bar data.
    public static List<SensitivityCase> onBars(BacktestResult result, BarDataRun bars) {
        SensitivityCases cases = new SensitivityCases(result, new TickSurvey(0, 0, List.of()));
        ExecutionModel model = result.spec().execution();
        ExecutionModel through = model.withLimitFill(ExecutionModel.LimitFill.THROUGH);
        List<SensitivityCase> all = new ArrayList<>();
        all.add(cases.of("spread", cases.spreadTitle(), model.withSpread(cases.spread()), bars.path()));
        all.add(cases.of("slippage", cases.slippageTitle(), model.withSlippage(cases.slippage()), bars.path()));
        all.add(cases.of("fills", "Limits filled only beyond their price", through, bars.path()));
        all.add(cases.of(
                "all",
                "All of these at once",
                through.withSpread(cases.spread()).withSlippage(cases.slippage()),
                bars.path()));
        for (PathAssumption path : List.of(PathAssumption.PESSIMISTIC, PathAssumption.OPTIMISTIC)) {
            if (path != bars.path()) {
                all.add(cases.of("path-" + path, "Path through bars " + path, model, path));
            }
        }
        return all;
    }

    private SensitivityCase of(String id, String title, ExecutionModel model) {
        return of(id, title, model, PathAssumption.NEAREST);
    }

    private SensitivityCase of(String id, String title, ExecutionModel model, PathAssumption path) {
        return new SensitivityCase(id, title, spec.withExecution(model).withChartTimeframes(List.of()), path);
    }

    private static ExecutionModel strict(ExecutionModel model) {
        return model.withLimitFill(ExecutionModel.LimitFill.THROUGH)
                .withLiquidity(ExecutionModel.Liquidity.QUOTED_SIZE);
    }

    private static LatencyModel longer(LatencyModel latency) {
        return new LatencyModel(latency.leastNs() + LATENCY_NS, latency.mostNs() + LATENCY_NS);
    }

    private SpreadModel spread() {
        return switch (spec.execution().spread()) {
            case SpreadModel.Fixed(long units) when units > 0 -> new SpreadModel.Fixed(2 * units);
            case SpreadModel.FromData data when hasQuotes -> new SpreadModel.Times(BigDecimal.TWO);
            case SpreadModel.Times(BigDecimal factor)
            when hasQuotes && factor.signum() > 0 -> new SpreadModel.Times(factor.multiply(BigDecimal.TWO));
            default -> new SpreadModel.Fixed(assumedSpread());
        };
    }

    private String spreadTitle() {
        return spread() instanceof SpreadModel.Fixed(long units) && units == assumedSpread()
                ? "Spread of " + price(units) + ", where the data have none"
                : "Spread doubled";
    }

    private long assumedSpread() {
        return atLeastATick(SPREAD_SHARE * firstPrice);
    }

    private long slip() {
        return atLeastATick(hasQuotes ? meanSpread / 2 : SPREAD_SHARE * firstPrice / 2);
    }

    private SlippageModel slippage() {
        return switch (spec.execution().slippage()) {
            case SlippageModel.None none -> new SlippageModel.Fixed(slip());
            case SlippageModel.Fixed(long units) -> new SlippageModel.Fixed(units + slip());
            case SlippageModel.Random(long most) -> new SlippageModel.Random(most + 2 * slip());
            case SlippageModel.VolumeShare(BigDecimal percent) ->
                new SlippageModel.VolumeShare(percent.multiply(BigDecimal.TWO));
            case SlippageModel.AtrShare(BigDecimal percent, AtrRange range) ->
                new SlippageModel.AtrShare(percent.multiply(BigDecimal.TWO), range);
        };
    }

    private String slippageTitle() {
        SlippageModel slippage = spec.execution().slippage();
        return slippage instanceof SlippageModel.VolumeShare || slippage instanceof SlippageModel.AtrShare
                ? "Slippage doubled"
                : "Slippage " + price(slip()) + " worse";
    }

    private long atLeastATick(double units) {
        return Math.max(instrument.contract().tickSize(), Math.round(units));
    }

    private String price(long units) {
        return FixedPoint.toDecimal(units, instrument.priceScale())
                .stripTrailingZeros()
                .toPlainString();
    }
}
