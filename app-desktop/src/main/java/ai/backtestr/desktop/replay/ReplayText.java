package ai.backtestr.desktop.replay;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderRequest;
import ai.backtestr.engine.replay.ReplayFrame;
import ai.backtestr.engine.run.RunState;
import ai.backtestr.engine.time.WallClock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a replay stands, in words.
public final class ReplayText {
    private static final int SECONDS_LENGTH = "2013-11-25T00:00:00".length();

    private static final int MOST_ORDERS = 4;

    private ReplayText() {}

    /// Returns all of it in a line.
    public static String line(ReplayFrame frame, Instrument instrument) {
        return moment(frame, WallClock.UTC) + "  tick " + FigureText.count(frame.position()) + " of "
                + FigureText.count(frame.count()) + "  " + quote(frame, instrument) + "  "
                + position(frame, instrument) + "  trades "
                + FigureText.count(frame.state().trades()) + "  "
                + pace(frame);
    }

    /// Returns the moment to the second, as a clock shows it.
    static String moment(ReplayFrame frame, WallClock clock) {
        return clock.formatLocal(frame.momentNs()).substring(0, SECONDS_LENGTH);
    }

    static String quote(ReplayFrame frame, Instrument instrument) {
        RunState state = frame.state();
        return state.ticks() == 0
                ? "no price yet"
                : "bid " + instrument.formatPrice(state.bid()) + " ask " + instrument.formatPrice(state.ask());
    }

    static String position(ReplayFrame frame, Instrument instrument) {
        RunState state = frame.state();
        String held = state.position() == 0
                ? "flat"
                : (state.position() > 0 ? "long " : "short ") + instrument.shortQuantity(Math.abs(state.position()));
        return held + "  equity " + FigureText.decimal(Money.toDecimal(state.equity()));
    }

    /// Returns the orders that wait, such as `stop 1.3860, limit 1.3920`; of many, how many.
    static String orders(ReplayFrame frame, Instrument instrument) {
        List<OrderLife> open = frame.state().openOrders();
        if (open.size() > MOST_ORDERS) {
            return open.size() + " orders wait";
        }
        return open.stream()
                .map(life -> order(life.order().request(), instrument))
                .collect(Collectors.joining(", "));
    }

    private static String order(OrderRequest request, Instrument instrument) {
        long price = request.triggerPrice() == 0 ? request.limitPrice() : request.triggerPrice();
        String kind = request.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return request.side().name().toLowerCase(Locale.ROOT) + " " + kind
                + (price == 0 ? "" : " " + instrument.formatPrice(price));
    }

    private static String pace(ReplayFrame frame) {
        if (!frame.playing()) {
            return frame.isAtEnd() ? "at the end" : "paused";
        }
        String ticks = String.format(Locale.ROOT, "%,.0f ticks/s", frame.ticksPerSecond());
        return frame.speed() == Double.POSITIVE_INFINITY ? ticks : speed(frame.speed()) + ", " + ticks;
    }

    /// Returns a speed as it is chosen: `60x`, `max`.
    static String speed(double speed) {
        if (speed == Double.POSITIVE_INFINITY) {
            return "max";
        }
        return (speed == Math.rint(speed) ? String.format(Locale.ROOT, "%.0f", speed) : Double.toString(speed)) + "x";
    }
}
