package ai.backtestr.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.OrderEvent;
import ai.backtestr.engine.order.OrderLife;
import ai.backtestr.engine.order.OrderPrices;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.testing.RecordedTicks;
import ai.backtestr.engine.testing.RecordedTicks.Tick;
import ai.backtestr.engine.tick.DecodedTicks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Orders by hand that are changed where their lines are dropped. Bid and ask rise by one a second, a spread of two.
class HandChangeTest {
    private static final Instrument INSTRUMENT = new Instrument("TEST", 2, 0, "USD", TradingCalendar.ALWAYS_OPEN);

    private DecodedTicks decoded;
    private Replay replay;

    @BeforeEach
    void open() {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ticks.add(RecordedTicks.quote(i * 1_000_000_000L, 10_000 + i, 10_002 + i));
        }
        decoded = DecodedTicks.of(new RecordedTicks(INSTRUMENT, ticks));
        BacktestSpec spec = BacktestSpec.of(HandTraded.NOTHING, Map.of());
        replay = new Replay(spec, new DecodedReplayTicks(decoded));
        replay.step(new Step.Ticks(10));
        replay.trade(HandOrder.buy(1));
        replay.step(new Step.Ticks(1));
        replay.trade(HandOrder.protect(9_990, 10_150));
        replay.step(new Step.Ticks(1));
    }

    @AfterEach
    void close() {
        replay.close();
        decoded.close();
    }

    private OrderLife order(long id) {
        return replay.state().openOrders().stream()
                .filter(life -> life.order().id() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldChangeAnOrderThatWaitsAndRecordWhatItWasChangedTo() {
        long before = replay.state().timeNs();
        replay.trade(HandOrder.modify(2, 0, 9_995));
        replay.step(new Step.Ticks(1));

        OrderLife stop = order(2);
        assertThat(stop.order().request().triggerPrice()).isEqualTo(9_990);
        assertThat(stop.last()).isEqualTo(new OrderPrices(before, 9_995, 0, 0));
        assertThat(stop.changes()).containsExactly(stop.last());
        assertThat(stop.events()).extracting(OrderEvent::kind).contains(OrderEvent.Kind.MODIFIED);
        assertThat(order(3).changes()).isEmpty();
        assertThat(order(3).last().first()).isEqualTo(10_150);
    }

    @Test
    void shouldFillAtThePriceItWasChangedTo() {
        replay.trade(HandOrder.modify(3, 10_050, 0));
        replay.step(new Step.Ticks(100));

        assertThat(replay.fills().getLast().orderId()).isEqualTo(3);
        assertThat(replay.fills().getLast().price()).isEqualTo(10_050);
        assertThat(replay.state().position()).isZero();
    }

    @Test
    void shouldGiveAStopAndKeepTheTargetAsItWasChangedLast() {
        replay.trade(HandOrder.modify(3, 10_120, 0));
        replay.step(new Step.Ticks(1));
        replay.trade(HandOrder.stopAt(9_999));
        replay.step(new Step.Ticks(1));

        assertThat(replay.state().openOrders())
                .extracting(life -> life.last().first())
                .containsExactly(9_999L, 10_120L);
        replay.trade(HandOrder.targetAt(10_100));
        replay.step(new Step.Ticks(1));
        assertThat(replay.state().openOrders())
                .extracting(life -> life.last().first())
                .containsExactly(9_999L, 10_100L);
    }

    @Test
    void shouldRefuseWhatWouldActAtOnceOrHasEnded() {
        assertThatThrownBy(() -> replay.trade(HandOrder.modify(2, 0, 10_100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would act at once");
        assertThatThrownBy(() -> replay.trade(HandOrder.modify(3, 9_000, 0))).hasMessageContaining("would act at once");
        assertThatThrownBy(() -> replay.trade(HandOrder.modify(1, 10_500, 0))).hasMessageContaining("has ended");
        assertThatThrownBy(() -> replay.trade(HandOrder.cancel(1))).hasMessageContaining("has ended");
        assertThatThrownBy(() -> HandOrder.modify(2, 0, 0)).hasMessageContaining("changes nothing");
        assertThat(replay.journal().entries()).hasSize(2); // nothing of it was done
    }

    @Test
    void shouldRepeatChangesAfterAStepBackAndThroughItsText() {
        replay.trade(HandOrder.modify(3, 10_080, 0));
        replay.step(new Step.Ticks(40));
        replay.trade(HandOrder.modify(2, 0, 10_020));
        replay.step(new Step.Ticks(100));
        HandJournal journal = replay.journal();
        assertThat(HandJournal.parse(journal.text()).text()).isEqualTo(journal.text());
        long before = replay.position();
        List<Fill> fills = replay.fills();
        List<OrderLife> orders = replay.orders();
        long equity = replay.state().equity();
        assertThat(fills).hasSize(2);
        replay.step(new Step.Ticks(-120));
        replay.step(new Step.Position(before));
        assertThat(replay.fills()).isEqualTo(fills);
        assertThat(replay.orders()).isEqualTo(orders);
        assertThat(replay.state().equity()).isEqualTo(equity);
    }
}
