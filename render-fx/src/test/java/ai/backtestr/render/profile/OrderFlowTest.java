package ai.backtestr.render.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.tick.TickFlags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFlowTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private ListedFlow flow(int count, int days) {
        List<ListedFlow.Tick> ticks = new ArrayList<>();
        long[] times = random.longs(count, 0, days * ListedFlow.DAY_NS).sorted().toArray();
        for (long time : times) {
            boolean closed = Math.floorDiv(time, ListedFlow.DAY_NS) % 7 > 4;
            if (!closed) {
                ticks.add(new ListedFlow.Tick(
                        time, random.nextInt(60) - 20, 1 + random.nextInt(9), random.nextInt(3) - 1));
            }
        }
        return new ListedFlow(ticks);
    }

    private static String slow(ListedFlow flow, Span span, long price) {
        long bought = 0;
        long sold = 0;
        long unsided = 0;
        for (ListedFlow.Tick tick : flow.ticks()) {
            if (tick.timeNs() >= span.fromNs() && tick.timeNs() < span.toNs() && tick.price() == price) {
                bought += tick.side() > 0 ? tick.quantity() : 0;
                sold += tick.side() < 0 ? tick.quantity() : 0;
                unsided += tick.side() == 0 ? tick.quantity() : 0;
            }
        }
        return bought + " " + sold + " " + unsided;
    }

    private static String found(PriceVolumes volumes, long price) {
        for (int i = 0; i < volumes.count(); i++) {
            if (volumes.price(i) == price) {
                return volumes.bought(i) + " " + volumes.sold(i) + " " + volumes.unsided(i);
            }
        }
        return "0 0 0";
    }

    @Test
    void shouldSumUpAnyStretchesAsALookAtEveryTickDoes() {
        ListedFlow flow = flow(20_000, 30);
        FlowSums sums = new FlowSums(flow);
        for (int round = 0; round < 60; round++) {
            long[] edges = random.longs(2 + 2 * random.nextInt(8), -ListedFlow.DAY_NS, 32 * ListedFlow.DAY_NS)
                    .map(edge -> random.nextInt(3) == 0 ? flow.dayStart(edge) : edge)
                    .sorted()
                    .distinct()
                    .toArray();
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i + 1 < edges.length; i += 1 + random.nextInt(2)) {
                spans.add(new Span(edges[i], edges[i + 1]));
            }
            List<PriceVolumes> volumes = sums.of(spans, () -> false);
            for (int i = 0; i < spans.size(); i++) {
                for (long price = -21; price < 41; price += 3) {
                    assertThat(found(volumes.get(i), price))
                            .as("seed %d, %s, price %d", seed, spans.get(i), price)
                            .isEqualTo(slow(flow, spans.get(i), price));
                }
            }
        }
    }

    @Test
    void shouldReadWholeDaysOnce() {
        ListedFlow flow = flow(20_000, 10);
        FlowSums sums = new FlowSums(flow);
        sums.of(List.of(new Span(0, 10 * ListedFlow.DAY_NS)), () -> false);
        long read = sums.ticksRead();

        sums.of(List.of(new Span(ListedFlow.DAY_NS, 9 * ListedFlow.DAY_NS)), () -> false);

        assertThat(sums.ticksRead()).isEqualTo(read);
    }

    @Test
    void shouldStopSoonOnceSomethingElseIsWanted() {
        FlowSums sums = new FlowSums(flow(20_000, 10));
        List<Span> all = List.of(new Span(1, 10 * ListedFlow.DAY_NS - 1));

        assertThatThrownBy(() -> sums.of(all, () -> sums.ticksRead() > 5_000))
                .isInstanceOf(CancellationException.class);
        assertThat(sums.ticksRead()).isLessThan(10_000);
        assertThat(sums.of(all, () -> false).getFirst().count()).isPositive();
    }

    private static FlowRows rows(long height, long... quantities) {
        PriceVolumes.Builder builder = new PriceVolumes.Builder();
        for (int i = 0; i < quantities.length; i++) {
            builder.add(100 + i, quantities[i], AggressorRule.BUY, AggressorRule.Basis.RECORDED);
        }
        return new FlowRows(builder.build(), height);
    }

    /// Worked by hand: of 100 the control holds 30; above it 20 + 8, below it 15 + 5; so the two above (58), then
    /// the two below (78), which is 70 or more.
    @Test
    void shouldTakeThePairsOfRowsWithMoreIntoTheValueArea() {
        FlowRows rows = rows(1, 4, 6, 5, 15, 30, 20, 8, 7, 5);

        assertThat(rows.control()).isEqualTo(4);
        assertThat(rows.valueHigh()).isEqualTo(6);
        assertThat(rows.valueLow()).isEqualTo(2);
        assertThat(rows.sum()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"5 9 1 9 5, 1", "9 1 1 1 9, 0", "1 9 9 1, 1", "3, 0"})
    void shouldTakeThePointOfControlNearestToTheMiddleAndThenTheLower(String quantities, int control) {
        long[] all =
                Arrays.stream(quantities.split(" ")).mapToLong(Long::parseLong).toArray();
        assertThat(rows(1, all).control()).isEqualTo(control);
    }

    @Test
    void shouldPutPricesIntoRowsThatBeginAtMultiplesOfTheirHeight() {
        PriceVolumes.Builder builder = new PriceVolumes.Builder();
        for (long price : new long[] {-7, -5, -1, 0, 4, 5}) {
            builder.add(price, 1, AggressorRule.SELL, AggressorRule.Basis.RECORDED);
        }
        FlowRows rows = new FlowRows(builder.build(), 5);

        assertThat(rows.count()).isEqualTo(4);
        assertThat(rows.price(0)).isEqualTo(-10);
        assertThat(List.of(rows.sold(0), rows.sold(1), rows.sold(2), rows.sold(3)))
                .containsExactly(1L, 2L, 2L, 1L);
        assertThat(rows.delta()).isEqualTo(-6);
    }

    @Test
    void shouldCompareRowsDiagonallyForImbalances() {
        PriceVolumes.Builder builder = new PriceVolumes.Builder();
        long[][] boughtAndSold = {{9, 4}, {12, 3}, {8, 27}, {9, 0}};
        for (int i = 0; i < boughtAndSold.length; i++) {
            builder.add(i, boughtAndSold[i][0], AggressorRule.BUY, AggressorRule.Basis.RECORDED);
            builder.add(i, boughtAndSold[i][1], AggressorRule.SELL, AggressorRule.Basis.RECORDED);
        }
        FlowRows rows = new FlowRows(builder.build(), 1);

        assertThat(rows.isBuyImbalance(1)).isTrue(); // 12 against 4
        assertThat(rows.isBuyImbalance(2)).isFalse(); // 8 against 3
        assertThat(rows.isBuyImbalance(0)).isFalse(); // nothing below
        assertThat(rows.isSellImbalance(2)).isTrue(); // 27 against 9
        assertThat(rows.isSellImbalance(1)).isFalse(); // 3 against 8
        assertThat(rows.isSellImbalance(3)).isFalse(); // nothing above
    }

    /// The three steps of the rule, as its authors give them.
    @Test
    void shouldTellTheAggressorAsRecordedElseByQuoteElseByTick() {
        AggressorRule rule = new AggressorRule();
        assertThat(rule.trade(100, TickFlags.TRADE)).isEqualTo(AggressorRule.UNKNOWN);
        assertThat(rule.trade(101, TickFlags.TRADE)).isEqualTo(AggressorRule.BUY);
        assertThat(rule.trade(101, TickFlags.TRADE)).isEqualTo(AggressorRule.BUY);
        assertThat(rule.basis()).isEqualTo(AggressorRule.Basis.TICK_RULE);
        assertThat(rule.trade(99, TickFlags.TRADE)).isEqualTo(AggressorRule.SELL);
        rule.quote(98, 102);
        assertThat(rule.trade(101, TickFlags.TRADE)).isEqualTo(AggressorRule.BUY);
        assertThat(rule.basis()).isEqualTo(AggressorRule.Basis.QUOTE_RULE);
        assertThat(rule.trade(98, TickFlags.TRADE)).isEqualTo(AggressorRule.SELL);
        assertThat(rule.trade(100, TickFlags.TRADE)).isEqualTo(AggressorRule.BUY);
        assertThat(rule.basis()).isEqualTo(AggressorRule.Basis.TICK_RULE);
        assertThat(rule.trade(102, (byte) (TickFlags.TRADE | TickFlags.AGGRESSOR_SELL)))
                .isEqualTo(AggressorRule.SELL);
        assertThat(rule.basis()).isEqualTo(AggressorRule.Basis.RECORDED);
        rule.quote(103, 102);
        assertThat(rule.trade(102, TickFlags.TRADE)).isEqualTo(AggressorRule.BUY);
        rule.reset();
        assertThat(rule.trade(50, TickFlags.TRADE)).isEqualTo(AggressorRule.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "999, 0, 999",
        "1000, 0, 1K",
        "12345, 0, 12.3K",
        "1500000, 0, 1.5M",
        "12345678, 8, 0.12",
        "150000000, 8, 1.5",
        "-2500, 0, -2.5K"
    })
    void shouldWriteQuantitiesShort(long quantity, int scale, String text) {
        assertThat(QuantityText.of(quantity, scale)).isEqualTo(text);
    }
}
