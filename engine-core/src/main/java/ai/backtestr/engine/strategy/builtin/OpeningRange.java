package ai.backtestr.engine.strategy.builtin;

import ai.backtestr.engine.account.AccountMode;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.engine.strategy.ParameterValues;
import ai.backtestr.engine.strategy.Strategy;
import ai.backtestr.engine.strategy.StrategyContext;
import ai.backtestr.engine.strategy.StrategyDefinition;
import ai.backtestr.engine.strategy.StrategySetup;
import ai.backtestr.engine.strategy.TradingSession;
import ai.backtestr.engine.time.Times;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Goes with the first move out of the range of a session's opening: after the range has formed, a buy stop stands
/// one price unit above its highest ask and a sell stop one below its lowest bid, of which one cancels the other.
/// The stop of the position is the other end of the range. What is held at the session's close is closed.
///
/// There is one entry a session. A session whose opening the data does not show whole, because it begins later, is
/// not traded.
///
/// Source: Toby Crabel, Day Trading with Short Term Price Patterns and Opening Range Breakout (1990).
public final class OpeningRange implements Strategy {
    /// How it is listed and set.
    public static final StrategyDefinition DEFINITION = new StrategyDefinition(
            "opening-range",
            "Opening-range breakout",
            "Enters when the price leaves the range of the session's first minutes, with the other end as stop, and is"
                    + " out at the session's close.",
            parameters(),
            OpeningRange::new);

    private enum State {
        OUT,
        FORMING,
        WATCHING
    }

    private final int openMinutes;
    private final int sessionMinutes;
    private final long rangeNs;
    private final double target;
    private final Direction direction;
    private final Sizing sizing;
    private TradingSession session = new TradingSession(TradingCalendar.ALWAYS_OPEN, 0, 1);
    private State state = State.OUT;
    private boolean sawTimeBefore;
    private long high;
    private long low;
    private List<Long> entries = List.of();

    private OpeningRange(ParameterValues values) {
        openMinutes = values.wholeNumber("open");
        sessionMinutes = values.wholeNumber("session");
        int rangeMinutes = values.wholeNumber("range");
        if (rangeMinutes >= sessionMinutes) {
            throw new IllegalArgumentException(
                    "parameter range: " + rangeMinutes + " minutes are not below session, " + sessionMinutes);
        }
        if (openMinutes + sessionMinutes > TradingSession.DAY_MINUTES) {
            throw new IllegalArgumentException("parameter session: it would end " + (openMinutes + sessionMinutes)
                    + " minutes after the start of the trading day, which has " + TradingSession.DAY_MINUTES);
        }
        rangeNs = rangeMinutes * 60L * Times.SECOND_NS;
        target = values.decimal("target").doubleValue();
        direction = Direction.of(values);
        sizing = new Sizing(values);
    }

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                new Parameter.WholeNumber(
                        "open",
                        "Minutes from the start of the trading day to the opening, by the clock of the instrument's zone.",
                        0,
                        0,
                        1439),
                new Parameter.WholeNumber("range", "Minutes in which the range forms.", 30, 1, 720),
                new Parameter.WholeNumber(
                        "session", "Minutes from the opening to the close, when it is out.", 480, 2, 1440),
                new Parameter.DecimalNumber(
                        "target",
                        "Distance of the profit target from the entry, in heights of the range; 0 for none.",
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        new BigDecimal("100"))));
        all.addAll(Sizing.PARAMETERS);
        all.add(Direction.PARAMETER);
        return all;
    }

    @Override
    public void prepare(StrategySetup setup) {
        sizing.prepare(setup.instrument());
        session = new TradingSession(setup.instrument().calendar(), openMinutes, sessionMinutes);
        setup.listenToTicks();
    }

    @Override
    public void onTick(StrategyContext context) {
        long nowNs = context.timeNs();
        if (state != State.OUT && nowNs >= session.closeNs()) {
            end(context);
        }
        if (session.begins(nowNs)
                && (sawTimeBefore || nowNs == session.openNs())
                && nowNs - session.openNs() < rangeNs) {
            state = State.FORMING;
            high = Long.MIN_VALUE;
            low = Long.MAX_VALUE;
        }
        sawTimeBefore = true;
        if (state == State.FORMING) {
            form(nowNs, context);
        }
    }

    private void form(long nowNs, StrategyContext context) {
        if (nowNs < session.openNs() + rangeNs) {
            high = Math.max(high, context.takerPrice(Side.BUY));
            low = Math.min(low, context.takerPrice(Side.SELL));
        } else {
            state = State.WATCHING;
            placeEntries(context);
        }
    }

    private void placeEntries(StrategyContext context) {
        List<OrderRequest> requests = new ArrayList<>();
        addEntry(Side.BUY, high + 1, requests, context);
        addEntry(Side.SELL, low - 1, requests, context);
        entries = requests.isEmpty() ? List.of() : context.submitOneCancelsOther(requests);
    }

    private void addEntry(Side side, long stop, List<OrderRequest> requests, StrategyContext context) {
        long quantity = direction.allows(side) && stop > 0 ? sizing.of(context, side, high - low) : 0;
        if (quantity > 0) {
            requests.add(OrderRequest.stop(side, quantity, stop));
        }
    }

    /// Protects what an entry has just filled.
    @Override
    public void onFill(Fill fill, StrategyContext context) {
        if (!entries.contains(fill.orderId()) || state != State.WATCHING) {
            return;
        }
        Side out = fill.side().opposite();
        boolean isLong = fill.side() == Side.BUY;
        List<OrderRequest> exits = new ArrayList<>();
        exits.add(leaving(OrderRequest.stop(out, fill.quantity(), isLong ? low : high), fill, context));
        if (target > 0) {
            long distance = Math.max(1, Math.round(target * (high - low)));
            long price = Math.max(1, fill.price() + fill.side().sign() * distance);
            exits.add(leaving(OrderRequest.limit(out, fill.quantity(), price), fill, context));
        }
        context.submitOneCancelsOther(exits);
    }

    private static OrderRequest leaving(OrderRequest exit, Fill entry, StrategyContext context) {
        return context.accountMode() == AccountMode.HEDGING ? exit.closing(entry.orderId()) : exit.asReduceOnly();
    }

    private void end(StrategyContext context) {
        state = State.OUT;
        context.cancelAll();
        context.closeAll();
    }
}
