package ai.backtestr.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.workspace.BarRequest;
import ai.backtestr.desktop.workspace.TimeRange;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.TradingCalendar;
import ai.backtestr.render.series.SlotAxis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A share on Thursday 7, Friday 8 and Monday 11 March 2024, a tick every seven minutes from the opening on, and one on
/// Friday
/// before it. New York changed to daylight saving on the Sunday between: it opens at 14:30 UTC, then at 13:30.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuietTimeTest {
    private static final String SHARE = "SHARE";
    private static final String BEFORE_OPENING = "2024-03-08T13:10:00Z";

    private @Nullable StoredHistory opened;
    private @Nullable Workspace workspace;

    @BeforeAll
    void store(@TempDir Path home) throws IOException {
        StringBuilder rows = new StringBuilder("time,bid,ask\n");
        ticks().forEach(second -> rows.append(second).append(",100.01,100.02\n"));
        Path file = Files.writeString(home.resolve("share.csv"), rows);
        Workspace stored = Workspace.open(new HomeFolder(home));
        workspace = stored;
        stored.storing().importing(file, SHARE).run();
        Instrument instrument = stored.stored(SHARE).instrument();
        stored.store().changeInstrument(instrument.withCalendar(TradingCalendar.STOCKS));
        opened = stored.history(SHARE).run().orElseThrow();
    }

    @AfterAll
    void close() {
        history().close();
        Objects.requireNonNull(workspace).close();
    }

    private StoredHistory history() {
        return Objects.requireNonNull(opened);
    }

    /// Seconds since the epoch, in order.
    private static LongStream ticks() {
        LongStream sessions = List.of("2024-03-07T14:30:00Z", "2024-03-08T14:30:00Z", "2024-03-11T13:30:00Z").stream()
                .mapToLong(QuietTimeTest::second)
                .flatMap(open -> LongStream.iterate(open, second -> second < open + 23_400, second -> second + 420));
        return LongStream.concat(sessions, LongStream.of(second(BEFORE_OPENING)))
                .sorted();
    }

    private static long second(String time) {
        return Instant.parse(time).getEpochSecond();
    }

    private static long ns(String time) {
        return second(time) * 1_000_000_000;
    }

    @ParameterizedTest
    @CsvSource({
        "1h, 7 + 8 + 7, 22", // Friday from 08:00 New York, the others from 09:00
        "4h, 2 + 2 + 2, 6", // from 08:00 and from 12:00
        "1d, 1 + 1 + 1, 3",
        "30m, 13 + 14 + 13, 40" // of Friday 08:00, not 08:30, which is quiet
    })
    void shouldLeaveOutWhatIsClosedAndHasNoTick(String timeframe, String sum, int slots) {
        SlotAxis axis = history().axis(Timeframe.parse(timeframe), false);

        assertThat(axis.count()).as(sum).isEqualTo(slots);
    }

    @Test
    void shouldGoFromTheCloseToTheNextOpening() {
        SlotAxis axis = history().axis(Timeframe.ONE_HOUR, false);

        assertThat(axis.timeNs(6)).isEqualTo(ns("2024-03-07T20:00:00Z"));
        assertThat(axis.timeNs(7)).isEqualTo(ns("2024-03-08T13:00:00Z"));
        assertThat(axis.timeNs(15)).isEqualTo(ns("2024-03-11T13:00:00Z"));
        assertThat(axis.position(ns("2024-03-08T02:00:00Z"))).isEqualTo(7);
    }

    @Test
    void shouldShowAllTimeFromTheFirstTickToTheLast() {
        SlotAxis axis = history().axis(Timeframe.ONE_HOUR, true);

        // Sunday has 23 hours.
        assertThat(axis.count()).isEqualTo(15 + 24 + 24 + 23 + 16);
        assertThat(axis.timeNs(50)).isEqualTo(ns("2024-03-09T16:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "15m", "1h", "4h", "1d"})
    void shouldKeepRoomForEveryTickAndTheBarsOfTheEngine(String text) {
        Timeframe timeframe = Timeframe.parse(text);
        BarSeries bars = Objects.requireNonNull(workspace)
                .bars(new BarRequest(SHARE, TimeRange.ALL, null, timeframe))
                .run();
        for (boolean closedTime : new boolean[] {false, true}) {
            SlotAxis axis = history().axis(timeframe, closedTime);
            ticks().map(second -> second * 1_000_000_000).forEach(timeNs -> {
                assertThat(axis.shownAtOrAfter(timeNs)).isEqualTo(timeNs);
                assertThat(Math.abs(axis.timeNs(axis.position(timeNs)) - timeNs))
                        .isLessThan(1000);
            });
            for (int bar = 0; bar < bars.count(); bar++) {
                int slot = axis.indexAtOrBefore(bars.timeNs(bar));
                assertThat(axis.timeNs(slot)).isEqualTo(bars.timeNs(bar));
            }
        }
    }
}
