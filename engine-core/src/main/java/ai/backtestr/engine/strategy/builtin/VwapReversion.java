package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.Atr;
import ai.backtestr.engine.indicator.InputPrice;
import ai.backtestr.engine.indicator.Vwap;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.strategy.TradingSession;
import java.math.BigDecimal;
import java.util.List;

/// Bets that the price comes back to the day's volume-weighted average: buys when a bar closes so many average true
/// ranges below it, sells as far above it, leaves when a bar closes at the average or beyond, and is out before the
/// day ends.
///
/// Of quotes, which have no volume, the average is that of the bars' typical prices.
///
/// Source of the average: Berkowitz, Logue and Noser, "The total cost of transactions on the NYSE", The Journal of
/// Finance 43 (1988).
public final class VwapReversion extends SignalStrategy {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "vwap-reversion",
            "VWAP reversion",
            "Buys below and sells above the day's volume-weighted average price, leaves when the price is back, and is"
                    + " out before the day ends.",
            SignalTrader.withParameters(
                    List.of(
                            new Parameter.DecimalNumber(
                                    "distance",
                                    "How far from the average it enters, in average true ranges.",
                                    new BigDecimal("2"),
                                    new BigDecimal("0.1"),
                                    new BigDecimal("50")),
                            new Parameter.WholeNumber(
                                    "flat", "Minutes before the close of the session when it leaves.", 15, 0, 720),
                            new Parameter.BarLength(
                                    "timeframe", "Bars to work on; shorter than a day.", Timeframe.FIVE_MINUTES)),
                    "0",
                    14),
            VwapReversion::new);

    private final double distance;
    private final int flatMinutes;
    private final Atr range;
    private Vwap average = new Vwap(TradingCalendar.ALWAYS_OPEN, InputPrice.HLC3);
    private TradingSession session = new TradingSession(TradingCalendar.ALWAYS_OPEN, 0, 1);

    private VwapReversion(ParameterValues values) {
        super(values);
        if (timeframe.isDayOrLonger()) {
            throw new IllegalArgumentException(
                    "parameter timeframe: the average begins anew each day; take shorter bars");
        }
        distance = values.decimal("distance").doubleValue();
        flatMinutes = values.wholeNumber("flat");
        range = new Atr(values.wholeNumber("atr"));
    }

    @Override
    public void prepare(StrategySetup setup) {
        super.prepare(setup);
        TradingCalendar calendar = setup.instrument().calendar();
        average = setup.indicator(timeframe, new Vwap(calendar, InputPrice.HLC3));
        setup.indicator(timeframe, range);
        session = TradingSession.untilBeforeClose(calendar, flatMinutes);
    }

    @Override
    public void onBar(BarSeries bars, StrategyContext context) {
        long nowNs = context.timeNs();
        if (session.begins(nowNs)) {
            context.wakeAt(session.closeNs());
        }
        boolean ofThisSession = session.isOpen(nowNs) && bars.timeNs(bars.count() - 1) >= session.openNs();
        if (ofThisSession && range.isReady() && trader.isReady()) {
            decide(lastClose(bars) - average.value(), context);
        }
    }

    private void decide(double above, StrategyContext context) {
        if (Math.abs(above) > distance * range.value()) {
            turnTo(above < 0, context);
        } else if (trader.side() > 0 ? above >= 0 : above <= 0) {
            trader.leave(context);
        }
    }

    @Override
    public void onTimer(long dueNs, StrategyContext context) {
        trader.leave(context);
    }
}
