package ai.backtestr.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.engine.time.Times;
import org.junit.jupiter.api.Test;

class TradingSessionTest {
    /// 09:30 to 16:00 New York is 990 minutes after the start of the trading day at 17:00.
    private final TradingSession session = new TradingSession(TradingCalendar.FOREX, 990, 390);

    private boolean begins(String time) {
        return session.begins(Times.parse(time));
    }

    @Test
    void shouldOpenByTheClockOnTheWallWhateverTheSeason() {
        assertThat(begins("2014-03-07T14:29:59Z")).isFalse(); // winter: UTC-5
        assertThat(begins("2014-03-07T14:30:00Z")).isTrue();
        assertThat(begins("2014-03-07T14:30:00Z")).isFalse();
        assertThat(session.closeNs()).isEqualTo(Times.parse("2014-03-07T21:00:00Z"));
        assertThat(begins("2014-03-10T13:30:00Z")).isTrue(); // summer: UTC-4
        assertThat(session.closeNs()).isEqualTo(Times.parse("2014-03-10T20:00:00Z"));
        assertThat(session.isOpen(Times.parse("2014-03-10T19:59:59Z"))).isTrue();
        assertThat(session.isOpen(Times.parse("2014-03-10T20:00:00Z"))).isFalse();
    }

    @Test
    void shouldNotBeginAfterItsClose() {
        assertThat(begins("2014-03-07T21:00:00Z")).isFalse();
        assertThat(begins("2014-03-07T21:30:00Z")).isFalse();
        assertThat(begins("2014-03-10T15:00:00Z")).isTrue();
    }

    @Test
    void shouldRefuseToReachIntoTheNextDay() {
        assertThatThrownBy(() -> new TradingSession(TradingCalendar.FOREX, 1000, 441))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1440");
    }
}
