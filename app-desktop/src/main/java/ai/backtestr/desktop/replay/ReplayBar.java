package ai.backtestr.desktop.replay;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.replay.ReplayClock;
import ai.backtestr.engine.replay.ReplayFrame;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.order.OrderLine;
import ai.backtestr.render.order.OrderLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The controls of a replay, under the charts that it drives: where it stands, play, steps, speed, and orders by
/// hand. It is there while a replay is. FX thread only.
public final class ReplayBar extends FlowPane {
    private final ReplayDesk desk;
    private final Supplier<List<Screen>> screens;
    private final Map<PriceChart, ReplayChart> shown = new HashMap<>();
    private final Label state = new Label();
    private final Label money = new Label();
    private final Button play;
    private @Nullable ReplayFrame last;
    private @Nullable ReplayOrders orders;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            show();
        }
    };

    /// A chart that shows the replay.
    ///
    /// @param chart it
    /// @param orders where it shows what is held and what waits, to be dragged
    /// @param timeframe in which it shows it
    public record Screen(PriceChart chart, OrderLines orders, Timeframe timeframe) {}

    /// Drives charts while a replay is under way.
    ///
    /// @param screens asked at each pulse which charts these are
    public ReplayBar(ReplayDesk desk, Supplier<List<Screen>> screens) {
        this.desk = desk;
        this.screens = screens;
        play = button("replay-play", "Play", "Plays or pauses (Ctrl+P)", desk::playOrPause);
        setId("replay-bar");
        getStyleClass().add("replay-bar");
        getChildren().addAll(clock(), hand());
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(desk.session().isNotNull());
        desk.session().subscribe(this::follow);
    }

    private HBox clock() {
        ComboBox<Double> speed = new ComboBox<>(FXCollections.observableArrayList(
                1.0, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0, 20000.0, ReplayClock.FASTEST));
        speed.setId("replay-speed");
        speed.setConverter(new SpeedText());
        speed.setValue(desk.speed());
        speed.setOnAction(event -> desk.setSpeed(speed.getValue()));
        speed.setTooltip(new Tooltip("Market time by real time"));
        speed.setAccessibleText("Speed");
        TextField moment = field("replay-moment", "2013-11-25 14:00", 150);
        Button jump = button("replay-jump", "Go", "", () -> desk.jump(moment.getText()));
        desk.clock().subscribe(clock -> {
            moment.setAccessibleText("Go to this time, " + clock.name());
            jump.setTooltip(new Tooltip("Goes to that time, " + clock.name()));
            last = null; // to be written anew
        });
        moment.setOnAction(event -> desk.jump(moment.getText()));
        state.setId("replay-state");
        return line(
                button(
                        "replay-bar-back",
                        "− Bar",
                        "Back to where the bar began (Alt+Shift+Left)",
                        () -> desk.stepBars(-1)),
                button("replay-tick-back", "− Tick", "A tick back (Alt+Left)", () -> desk.stepTicks(-1)),
                play,
                button("replay-tick", "+ Tick", "A tick on (Alt+Right)", () -> desk.stepTicks(1)),
                button(
                        "replay-bar-on",
                        "+ Bar",
                        "On to where the bar has closed (Alt+Shift+Right)",
                        () -> desk.stepBars(1)),
                speed,
                moment,
                jump,
                state);
    }

    private HBox hand() {
        TextField quantity = field("replay-quantity", "quantity", 90);
        quantity.textProperty().bindBidirectional(desk.quantity());
        TextField stop = field("replay-stop", "stop", 90);
        TextField price = field("replay-price", "at market", 90);
        price.textProperty().bindBidirectional(desk.price());
        price.setTooltip(
                new Tooltip("Empty for the market; else where the order waits, as limit or stop, whichever fits"));
        stop.textProperty().bindBidirectional(desk.stop());
        TextField target = field("replay-target", "target", 90);
        target.textProperty().bindBidirectional(desk.target());
        Button buy = button("replay-buy", "Buy", "Buys at the market, or at the price typed (Ctrl+Alt+B)", desk::buy);
        buy.getStyleClass().add("success");
        Button sell =
                button("replay-sell", "Sell", "Sells at the market, or at the price typed (Ctrl+Alt+S)", desk::sell);
        sell.getStyleClass().add("danger");
        money.setId("replay-money");
        return line(
                quantity,
                price,
                buy,
                sell,
                button(
                        "replay-close",
                        "Close",
                        "Closes all that is held and cancels what was ordered by hand (Ctrl+Alt+X)",
                        desk::closePosition),
                new Separator(Orientation.VERTICAL),
                stop,
                target,
                button(
                        "replay-protect",
                        "Set stop and target",
                        "For what is held, in place of those before",
                        desk::protect),
                new Separator(Orientation.VERTICAL),
                button("replay-end", "End", "Ends the replay and keeps what came of it as a run", desk::end),
                money);
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(parts);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("replay-line");
        Stream.of(parts).filter(Label.class::isInstance).forEach(part -> ((Label) part).setMinWidth(USE_PREF_SIZE));
        return line;
    }

    private static Button button(String id, String text, String help, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(help));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static TextField field(String id, String prompt, double width) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("small");
        field.setPrefWidth(width);
        field.setMinWidth(width);
        return field;
    }

    private void follow(@Nullable ReplaySession session) {
        shown.clear();
        last = null;
        orders = session == null
                ? null
                : new ReplayOrders(
                        session.instrument(), () -> session.clock().frame().state(), desk::order);
        if (session == null) {
            pulse.stop();
        } else {
            pulse.start();
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same picture, not one that looks the same
    private void show() {
        ReplaySession session = desk.session().get();
        if (session == null) {
            return;
        }
        ReplayFrame frame = session.clock().frame();
        ReplayOrders orders = this.orders;
        List<OrderLine> lines = orders == null ? List.of() : orders.lines();
        for (Screen screen : screens.get()) {
            shown.computeIfAbsent(screen.chart(), chart -> new ReplayChart(chart, session.instrument(), desk::tell))
                    .show(frame, screen.timeframe());
            if (orders != null) {
                screen.orders().show(lines, orders);
            }
        }
        if (frame != last) {
            last = frame;
            play.setText(frame.playing() ? "Pause" : "Play");
            state.setText(text(frame, session));
            money.setText(ReplayText.position(frame, session.instrument()) + orders(frame, session));
        }
    }

    private String text(ReplayFrame frame, ReplaySession session) {
        WallClock clock = desk.clock().get();
        return ReplayText.moment(frame, clock).replace('T', ' ') + " " + clock.name() + "   "
                + ReplayText.quote(frame, session.instrument());
    }

    private static String orders(ReplayFrame frame, ReplaySession session) {
        String waiting = ReplayText.orders(frame, session.instrument());
        return waiting.isEmpty() ? "" : "   " + waiting;
    }

    private static final class SpeedText extends StringConverter<Double> {
        @Override
        public String toString(@Nullable Double speed) {
            return speed == null ? "" : ReplayText.speed(speed);
        }

        @Override
        public Double fromString(String text) {
            throw new UnsupportedOperationException("the choice of speeds is not typed into");
        }
    }
}
