package ai.backtestr.render.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotAxisTest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    /// Foreign exchange from Thursday to Tuesday; its days begin at 22:00 UTC in winter.
    private static final TradingDays AROUND_A_WEEKEND = new TradingDays(
            new long[] {ns("2020-01-08T22:00:00Z"), ns("2020-01-09T22:00:00Z"), ns("2020-01-12T22:00:00Z")},
            new long[] {ns("2020-01-09T22:00:00Z"), ns("2020-01-10T22:00:00Z"), ns("2020-01-13T22:00:00Z")});

    private static long ns(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    }

    private static SlotAxis hours() {
        return new SlotAxis(AROUND_A_WEEKEND, HOUR_NS, ns("2020-01-09T01:30:00Z"), ns("2020-01-13T10:59:59Z"));
    }

    @Test
    void shouldBeginWithTheBarOfTheFirstTickAndEndWithThatOfTheLast() {
        SlotAxis axis = hours();

        assertThat(axis.timeNs(0)).isEqualTo(ns("2020-01-09T01:00:00Z"));
        assertThat(axis.count()).isEqualTo(21 + 24 + 13);
        assertThat(axis.timeNs(axis.count() - 1)).isEqualTo(ns("2020-01-13T10:00:00Z"));
    }

    @Test
    void shouldGiveAWeekendNoRoom() {
        SlotAxis axis = hours();

        double end = axis.position(ns("2020-01-10T22:00:00Z"));
        assertThat(end).isEqualTo(45);
        assertThat(axis.position(ns("2020-01-11T12:00:00Z"))).isEqualTo(end);
        assertThat(axis.position(ns("2020-01-12T22:00:00Z"))).isEqualTo(end);
        assertThat(axis.timeNs(end)).isEqualTo(ns("2020-01-12T22:00:00Z"));
        assertThat(axis.position(ns("2020-01-12T22:30:00Z"))).isEqualTo(end + 0.5);
    }

    @Test
    void shouldFindEveryMomentAgain() {
        SlotAxis axis = hours();
        for (long timeNs = ns("2020-01-08T00:00:00Z");
                timeNs < ns("2020-01-15T00:00:00Z");
                timeNs += 777_777_777_777L) {
            long shown = axis.shownAtOrAfter(timeNs);
            assertThat(Math.abs(axis.timeNs(axis.position(shown)) - shown))
                    .as("%d", timeNs)
                    .isLessThan(100);
        }
    }

    @Test
    void shouldGiveADayOneSlotHoweverManyHoursItHas() {
        TradingDays days = new TradingDays(new long[] {0, 23 * HOUR_NS}, new long[] {23 * HOUR_NS, 48 * HOUR_NS});
        SlotAxis axis = new SlotAxis(days, 24 * HOUR_NS, 5, 40 * HOUR_NS);

        assertThat(axis.count()).isEqualTo(2);
        assertThat(axis.timeNs(1)).isEqualTo(23 * HOUR_NS);
        assertThat(axis.position(23 * HOUR_NS / 2)).isEqualTo(0.5);
    }

    @Test
    void shouldEndAShortDayWithAShortSlot() {
        TradingDays days = new TradingDays(new long[] {0, 23 * HOUR_NS}, new long[] {23 * HOUR_NS, 47 * HOUR_NS});
        SlotAxis axis = new SlotAxis(days, 4 * HOUR_NS, 0, 46 * HOUR_NS);

        assertThat(axis.timeNs(5)).isEqualTo(20 * HOUR_NS);
        assertThat(axis.timeNs(6)).isEqualTo(23 * HOUR_NS);
        assertThat(axis.indexAtOrBefore(23 * HOUR_NS - 1)).isEqualTo(5);
        assertThat(axis.indexAtOrBefore(-1)).isEqualTo(-1);
    }

    @Test
    void shouldRefuseMoreSlotsThanCanBeCounted() {
        TradingDays days = new TradingDays(new long[] {0}, new long[] {4_000_000_000_000_000L});

        assertThatThrownBy(() -> new SlotAxis(days, 1_000, 0, 3_999_999_999_999_999L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer timeframe");
    }
}
