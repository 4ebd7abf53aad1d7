package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.backtestr.desktop.chart.TradeLevels;
import ai.backtestr.desktop.replay.ReplaySession;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderType;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.RunState;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.PriceLevel;
import ai.backtestr.render.order.OrderLine;
import ai.backtestr.render.order.OrderLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A session by hand in the real window: stops, targets and orders are dragged on the chart.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ReplayByHandWindowTest {
    private static PriceChart chart(OpenWindow open) {
        return open.window().chart().chart();
    }

    private static OrderLines lines(OpenWindow open) {
        return open.window().chart().extras().orders();
    }

    private static RunState state(OpenWindow open) {
        ReplaySession session = open.workbench().replay().session().get();
        return Objects.requireNonNull(session).clock().frame().state();
    }

    private static void mouse(OpenWindow open, EventType<MouseEvent> type, double x, double y) {
        boolean pressed = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        Point2D at = chart(open).localToScene(x, y);
        Event.fireEvent(
                chart(open),
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        pressed,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    private static void key(OpenWindow open, KeyCode code, boolean alt) {
        fx(() -> Event.fireEvent(
                chart(open), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false)));
    }

    private static double y(OpenWindow open, double price) {
        return chart(open).plotView().y(price);
    }

    private static void click(OpenWindow open, String id) {
        fx(() -> open.<ButtonBase>node(id).fire());
    }

    private static List<OrderLife> waiting(OpenWindow open, OrderType type) {
        return state(open).openOrders().stream()
                .filter(life -> life.order().request().type() == type)
                .toList();
    }

    private static OrderLine line(OpenWindow open, OrderLine.Role role) {
        return lines(open).lines().stream()
                .filter(line -> line.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private static void drag(OpenWindow open, double x, double fromY, double toY) {
        mouse(open, MouseEvent.MOUSE_PRESSED, x, fromY);
        mouse(open, MouseEvent.MOUSE_DRAGGED, x, (fromY + toY) / 2);
        mouse(open, MouseEvent.MOUSE_DRAGGED, x, toY);
        mouse(open, MouseEvent.MOUSE_RELEASED, x, toY);
    }

    @Test
    void shouldDragStopTargetAndOrdersOnTheChart(@TempDir Path home) throws IOException {
        OpenWindow.fill(home);
        try (OpenWindow open = new OpenWindow(home)) {
            await("the chart", () -> open.workbench().tickHistory().get() != null);
            fx(() -> open.workbench().runOnChange().set(false));
            fx(() -> open.workbench().startReplay("2014-05-01 14:00"));
            await(
                    "a replay",
                    () -> open.workbench().replay().session().get() != null
                            && state(open).ticks() > 200);
            fx(() -> open.<TextField>node("replay-quantity").setText("1000"));
            click(open, "replay-buy");
            click(open, "replay-tick");
            await(
                    "a position",
                    () -> state(open).position() > 0 && !lines(open).lines().isEmpty());
            fx(() -> chart(open).navigation().zoomPrices(0.4)); // room above and below
            await("room", () -> chart(open).isComplete());
            int before = fx(() -> state(open).openOrders().size());

            // A stop and a target are dragged from the position, and snap to the ticks of the price.
            fx(() -> {
                Point2D handle = Objects.requireNonNull(lines(open).handle(OrderLine.Role.STOP));
                double bid = state(open).bid() / 1e5;
                mouse(open, MouseEvent.MOUSE_PRESSED, handle.getX(), handle.getY());
                mouse(open, MouseEvent.MOUSE_DRAGGED, handle.getX(), y(open, bid - 0.0020));
                OrderLine moved = lines(open).moved().orElseThrow();
                assertThat(moved.price() * 1e5).isCloseTo(Math.rint(moved.price() * 1e5), within(1e-6));
                assertThat(moved.label()).startsWith("Stop 1.").contains("USD");
                mouse(open, MouseEvent.MOUSE_RELEASED, handle.getX(), y(open, bid - 0.0020));
            });
            await("a stop", () -> waiting(open, OrderType.STOP).size() == 1);
            long aim = fx(() -> {
                Point2D handle = Objects.requireNonNull(lines(open).handle(OrderLine.Role.TARGET));
                long price = state(open).bid() + 300;
                drag(open, handle.getX(), handle.getY(), y(open, price / 1e5));
                return price;
            });
            // What stands in for the stop before it has come to the market with the next tick.
            await("the target", () -> waiting(open, OrderType.LIMIT).size() == 1);
            click(open, "replay-tick");
            await("both", () -> state(open).openOrders().size() == before + 2);
            OrderLife target = fx(() -> waiting(open, OrderType.LIMIT).getFirst());
            assertThat(target.last().limitPrice()).isCloseTo(aim, within(2L));

            // Esc leaves it as it was; a drop changes the order that waits, once the message has arrived.
            double targetX = 200;
            await(
                    "its line",
                    () -> lines(open).lines().stream()
                            .anyMatch(one -> one.id() == target.order().id()));
            fx(() -> {
                double from = y(open, line(open, OrderLine.Role.TARGET).price());
                mouse(open, MouseEvent.MOUSE_PRESSED, targetX, from);
                mouse(open, MouseEvent.MOUSE_DRAGGED, targetX, from - 30);
                assertThat(lines(open).moved().orElseThrow().label()).contains(" R");
            });
            key(open, KeyCode.ESCAPE, false);
            fx(() -> {
                assertThat(lines(open).moved()).isEmpty();
                mouse(open, MouseEvent.MOUSE_RELEASED, targetX, 0);
                double from = y(open, line(open, OrderLine.Role.TARGET).price());
                drag(open, targetX, from, from - 30);
            });
            click(open, "replay-tick");
            await(
                    "the change",
                    () -> waiting(open, OrderType.LIMIT).stream()
                            .anyMatch(life -> life.changes().size() == 1));
            OrderLife changed = fx(() -> waiting(open, OrderType.LIMIT).getFirst());
            assertThat(changed.order().id()).isEqualTo(target.order().id());
            assertThat(changed.last().limitPrice()).isGreaterThan(target.last().limitPrice());
            assertThat(changed.events()).extracting(OrderEvent::kind).contains(OrderEvent.Kind.MODIFIED);

            // By keys: the next line is selected, moved down by two steps, and stays there.
            await(
                    "its new line",
                    () -> line(open, OrderLine.Role.TARGET).price()
                            > target.last().limitPrice() / 1e5);
            while (fx(() -> lines(open).selected().map(OrderLine::role).orElse(null)) != OrderLine.Role.TARGET) {
                key(open, KeyCode.O, true);
            }
            key(open, KeyCode.DOWN, false);
            key(open, KeyCode.DOWN, false);
            key(open, KeyCode.ENTER, false);
            click(open, "replay-tick");
            await(
                    "the second change",
                    () -> waiting(open, OrderType.LIMIT).getFirst().changes().size() == 2);
            assertThat(fx(() -> waiting(open, OrderType.LIMIT).getFirst().last().limitPrice()))
                    .isEqualTo(changed.last().limitPrice() - 2);

            // An order dropped where it would act at once is refused, in words.
            fx(() -> {
                double from = y(open, line(open, OrderLine.Role.STOP).price());
                drag(open, targetX, from, y(open, state(open).bid() / 1e5 + 0.0010));
            });
            await("a refusal", () -> open.<Label>node("message").getText().contains("would act at once"));

            // A click with the other button cancels; of the two exits one cancels nothing but itself.
            fx(() -> {
                double stopY = y(open, line(open, OrderLine.Role.STOP).price());
                Point2D at = chart(open).localToScene(targetX, stopY);
                Event.fireEvent(
                        chart(open),
                        new ContextMenuEvent(
                                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                at.getX(),
                                at.getY(),
                                at.getX(),
                                at.getY(),
                                false,
                                null));
            });
            click(open, "replay-tick");
            await("no stop", () -> waiting(open, OrderType.STOP).isEmpty());

            // A working order is placed at a price, and the session becomes a run like any other.
            fx(() -> open.<TextField>node("replay-price").setText("1.15"));
            click(open, "replay-buy");
            click(open, "replay-tick");
            await("a limit order", () -> waiting(open, OrderType.LIMIT).size() == 2);
            click(open, "replay-close");
            click(open, "replay-tick");
            await("nothing held", () -> state(open).position() == 0);
            click(open, "replay-end");
            await("its result", () -> open.workbench().result().get() != null);
            BacktestResult run =
                    Objects.requireNonNull(fx(() -> open.workbench().result().get()));
            assertThat(run.trades()).hasSize(1);

            // The chart of the run shows the target at each of its prices.
            List<PriceLevel> targets = TradeLevels.of(run, 0).stream()
                    .filter(level -> level.kind() == PriceLevel.Kind.TARGET)
                    .toList();
            long last = changed.last().limitPrice() - 2;
            assertThat(targets)
                    .extracting(PriceLevel::price)
                    .containsExactly(
                            target.last().limitPrice() / 1e5, changed.last().limitPrice() / 1e5, last / 1e5);
            assertThat(targets.get(0).toNs()).isEqualTo(targets.get(1).fromNs());
            assertThat(targets.get(1).toNs()).isEqualTo(targets.get(2).fromNs());
            assertThat(targets.get(2).label()).startsWith("Target 1.");
        }
    }
}
