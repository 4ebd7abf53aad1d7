package ai.backtestr.desktop.replay;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.number.FixedPoint;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.replay.HandOrder;
import ai.backtestr.engine.replay.ReplayFrame;
import ai.backtestr.engine.replay.Step;
import ai.backtestr.engine.run.RunState;
import ai.backtestr.engine.time.WallClock;
import java.time.DateTimeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A replay as the window has it: what is under way, what is typed, and what the buttons do. Without any control.
/// FX thread only.
public final class ReplayDesk {
    private final Workspace workspace;
    private final ReplayHost host;
    private final ReadOnlyObjectWrapper<@Nullable ReplaySession> session = new ReadOnlyObjectWrapper<>();
    private final StringProperty quantity = new SimpleStringProperty("1");
    private final StringProperty price = new SimpleStringProperty("");
    private final StringProperty stop = new SimpleStringProperty("");
    private final StringProperty target = new SimpleStringProperty("");
    private double speed = 60;

    /// No replay is under way.
    public ReplayDesk(Workspace workspace, ReplayHost host) {
        this.workspace = workspace;
        this.host = host;
    }

    /// Opens a replay and goes to a moment in it.
    ///
    /// @param moment as it is typed, by the clock shown
    public void start(BacktestRequest request, String moment) {
        Step.Moment first;
        try {
            first = moment(moment);
        } catch (IllegalArgumentException e) {
            host.tellError(String.valueOf(e.getMessage()));
            return;
        }
        host.run(ReplaySession.opening(workspace, request), opened -> {
            close();
            session.set(opened);
            host.replaying(true);
            opened.clock().setSpeed(speed);
            watch(opened.clock().step(first));
            host.tell("Replaying " + request.symbol() + ": play, step, and trade by hand; End keeps what came of it.");
        });
    }

    private Step.Moment moment(String text) {
        WallClock shown = clock().get();
        try {
            return new Step.Moment(shown.parse(text.strip().replace(' ', 'T')));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time; write one in " + shown.name()
                            + " like 2013-11-25 or 2013-11-25 14:00",
                    e);
        }
    }

    /// The clock whose times are shown and typed.
    ReadOnlyObjectProperty<WallClock> clock() {
        return host.clock();
    }

    void tell(String text) {
        host.tell(text);
    }

    /// Plays a replay that rests, and has one that plays rest.
    public void playOrPause() {
        ReplaySession open = session.get();
        if (open != null) {
            if (open.clock().frame().playing()) {
                open.clock().pause();
            } else {
                open.clock().play();
            }
        }
    }

    void setSpeed(double factor) {
        speed = factor;
        ReplaySession open = session.get();
        if (open != null) {
            open.clock().setSpeed(factor);
        }
    }

    double speed() {
        return speed;
    }

    /// Takes a replay on by so many ticks, or back by them if the number is negative.
    public void stepTicks(int ticks) {
        step(new Step.Ticks(ticks));
    }

    /// Takes a replay on to where so many bars of the chart have closed, or back to where they began; minutes where its
    /// bars do not end with the clock.
    public void stepBars(int bars) {
        Timeframe timeframe = host.timeframe();
        step(new Step.Bars(timeframe, bars));
    }

    void jump(String moment) {
        try {
            step(moment(moment));
        } catch (IllegalArgumentException e) {
            host.tellError(String.valueOf(e.getMessage()));
        }
    }

    private void step(Step step) {
        ReplaySession open = session.get();
        if (open != null) {
            watch(open.clock().step(step));
        }
    }

    /// Buys what is typed: at the market or, if a price is typed, at it.
    public void buy() {
        trade(open -> entry(open, Side.BUY));
    }

    /// Sells what is typed: at the market or, if a price is typed, at it.
    public void sell() {
        trade(open -> entry(open, Side.SELL));
    }

    /// A price that is better than the market's is a limit, one that is worse a stop.
    private HandOrder entry(ReplaySession open, Side side) {
        long at = price(open, price);
        HandOrder order;
        if (at == 0) {
            order = side == Side.BUY ? HandOrder.buy(quantity(open)) : HandOrder.sell(quantity(open));
        } else {
            RunState state = open.clock().frame().state();
            boolean isBetter = side == Side.BUY
                    ? at < Math.max(state.bid(), state.ask())
                    : at > Math.min(state.bid(), state.ask());
            HandOrder.Kind kind = side == Side.BUY
                    ? isBetter ? HandOrder.Kind.BUY_LIMIT : HandOrder.Kind.BUY_STOP
                    : isBetter ? HandOrder.Kind.SELL_LIMIT : HandOrder.Kind.SELL_STOP;
            order = HandOrder.at(kind, quantity(open), at);
        }
        return order.with(price(open, stop), price(open, target));
    }

    /// Does something by hand.
    void order(HandOrder order) {
        trade(open -> order);
    }

    /// Closes all that is held and cancels what was ordered by hand.
    public void closePosition() {
        trade(open -> HandOrder.close());
    }

    void protect() {
        trade(open -> HandOrder.protect(price(open, stop), price(open, target)));
    }

    private interface Reading {
        HandOrder of(ReplaySession open);
    }

    private void trade(Reading reading) {
        ReplaySession open = session.get();
        if (open != null) {
            try {
                watch(open.clock().trade(reading.of(open)));
            } catch (IllegalArgumentException e) {
                host.tellError(String.valueOf(e.getMessage()));
            }
        }
    }

    private long quantity(ReplaySession open) {
        return number("quantity", quantity.get(), open.instrument().quantityScale());
    }

    private static long price(ReplaySession open, StringProperty text) {
        return text.get().isBlank()
                ? 0
                : number("price", text.get(), open.instrument().priceScale());
    }

    private static long number(String what, String text, int scale) {
        try {
            long number = FixedPoint.parse(text.strip(), scale);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "the " + what + " '" + text + "' is not a number of up to " + scale + " decimals", e);
        }
        throw new IllegalArgumentException("the " + what + " " + text + " is not above 0");
    }

    /// Tells the user if it goes wrong.
    private void watch(CompletableFuture<ReplayFrame> asked) {
        CompletableFuture<ReplayFrame> _ = asked.whenComplete((frame, problem) -> {
            if (problem != null) {
                Platform.runLater(() -> host.tellError(words(problem)));
            }
        });
    }

    private static String words(Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        return ProblemException.explain(cause).orElseGet(() -> String.valueOf(cause.getMessage()));
    }

    /// Ends the session and hands on what came of it; before the first tick nothing did.
    void end() {
        ReplaySession open = session.get();
        if (open == null) {
            return;
        }
        if (open.clock().frame().position() == 0) {
            close();
            return;
        }
        open.clock().pause();
        host.run(open.ending(), outcome -> {
            close();
            host.ended(outcome);
        });
    }

    /// Ends the session without a result.
    public void close() {
        ReplaySession open = session.get();
        if (open != null) {
            session.set(null);
            host.replaying(false);
            // It may be busy with a long step, and the window is not to wait for that.
            Thread.ofPlatform().name("replay-end").start(open::close);
        }
    }

    /// The replay under way; null if there is none.
    public ReadOnlyObjectProperty<@Nullable ReplaySession> session() {
        return session.getReadOnlyProperty();
    }

    StringProperty quantity() {
        return quantity;
    }

    StringProperty price() {
        return price;
    }

    StringProperty stop() {
        return stop;
    }

    StringProperty target() {
        return target;
    }
}
