package ai.backtestr.engine.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.engine.time.Times;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holidays and early closes against published lists, and calendars of users.
class SessionsTest {
    private static final String HALF = """
            # a calendar of one's own
            zone     Europe/London
            day      00:00
            year     253
            week     mon-fri
            session  08:00 16:30
            closed   12-25 sat=mon sun=mon   # Christmas
            closed   aug mon last
            closes   12:30 12-24 on mon,tue,wed,thu,fri
            opens    10:00 2023-05-08
            """;

    @Test
    void shouldKnowEveryPublishedHolidayAndEarlyCloseOfShares() throws IOException {
        requirePublished(TradingCalendar.STOCKS, 2000, 2028, "16:00");
    }

    @Test
    void shouldKnowEveryPublishedHolidayAndEarlyCloseOfFutures() throws IOException {
        requirePublished(TradingCalendar.FUTURES, 2010, 2026, "16:00");
    }

    /// Of the 17 Christmas and New Year's Days of 2010 to 2026 those that fall on a weekday have no session, and the
    /// weekdays around them are whole. Single dealers in LEAN's database close longer in some years, FXCM on the
    /// day after too.
    @Test
    void shouldCloseForeignExchangeOnChristmasAndNewYear() {
        int holidays = 0;
        for (int year = 2010; year <= 2026; year++) {
            for (LocalDate holiday : List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 25))) {
                for (int day = -3; day <= 3; day++) {
                    LocalDate date = holiday.plusDays(day);
                    boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
                    assertThat(closeOf(TradingCalendar.FOREX, date))
                            .as("%s", date)
                            .isEqualTo(weekend || day == 0 ? "closed" : "17:00");
                    holidays += day == 0 && !weekend ? 1 : 0;
                }
            }
        }
        assertThat(holidays).isEqualTo(24);
    }

    /// The hours of OANDA in LEAN's database (commit 24863901), in New York: closing on the eve, opening again.
    @ParameterizedTest
    @CsvSource({
        "2018-12-24T22:00:00Z, 2018-12-25T22:00:00Z", "2018-12-31T22:00:00Z, 2019-01-01T22:00:00Z",
        "2019-12-24T22:00:00Z, 2019-12-25T22:00:00Z", "2019-12-31T22:00:00Z, 2020-01-01T22:00:00Z",
        "2020-12-24T22:00:00Z, 2020-12-27T22:00:00Z", "2020-12-31T22:00:00Z, 2021-01-03T22:00:00Z",
        "2024-12-24T22:00:00Z, 2024-12-25T22:00:00Z", "2024-12-31T22:00:00Z, 2025-01-01T22:00:00Z"
    })
    void shouldComeBackAfterHolidaysWhenDealersDo(String close, String open) {
        TradingCalendar forex = TradingCalendar.FOREX;
        assertThat(forex.sessionClosingAfter(Times.parse(close) - 1).closeNs()).isEqualTo(Times.parse(close));
        assertThat(forex.nextOpen(Times.parse(close) - 1)).isEqualTo(Times.parse(open));
    }

    private static void requirePublished(TradingCalendar calendar, int from, int to, String regular)
            throws IOException {
        Map<LocalDate, String> published = published(calendar.name());
        LocalDate end = LocalDate.of(to, 12, 31);
        for (LocalDate date = LocalDate.of(from, 1, 1); !date.isAfter(end); date = date.plusDays(1)) {
            boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            String expected = weekend ? "closed" : published.getOrDefault(date, regular);
            assertThat(closeOf(calendar, date))
                    .as("%s on %s", calendar.name(), date)
                    .isEqualTo(expected);
        }
    }

    private static Map<LocalDate, String> published(String calendar) throws IOException {
        Map<LocalDate, String> sessions = new HashMap<>();
        try (InputStream file = SessionsTest.class.getResourceAsStream("published-sessions.csv")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> line.startsWith(calendar + ",")).forEach(line -> {
                String[] cells = line.split(",", -1);
                sessions.put(LocalDate.parse(cells[1]), cells[2]);
            });
        }
        assertThat(sessions).hasSizeGreaterThan(100);
        return sessions;
    }

    private static String closeOf(TradingCalendar calendar, LocalDate date) {
        TradingSessionTimes session = calendar.sessionOn(date);
        return session == null
                ? "closed"
                : Times.instant(session.closeNs())
                        .atZone(calendar.zone())
                        .toLocalTime()
                        .toString();
    }

    /// Western Easter: the table of the US Naval Observatory.
    @ParameterizedTest
    @CsvSource({
        "2000-04-23", "2005-03-27", "2008-03-23", "2010-04-04", "2011-04-24", "2016-03-27", "2019-04-21",
        "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25", "2049-04-18", "2076-04-19", "2099-04-12"
    })
    void shouldFindEaster(LocalDate easter) {
        TradingCalendar calendar = own("closed easter");
        for (int day = -40; day <= 40; day++) {
            LocalDate date = easter.plusDays(day);
            assertThat(calendar.sessionOn(date) == null).as("%s", date).isEqualTo(day == 0);
        }
    }

    private static TradingCalendar own(String statement) {
        return TradingCalendar.parse(
                "own", "zone UTC\nday 00:00\nyear 365\nweek mon-sun\nsession 08:00 16:00\n" + statement);
    }

    @ParameterizedTest
    @CsvSource({
        // the Friday evening session of foreign exchange goes by no date; Monday's opens on Sunday
        "forex,   2014-05-02, 2014-05-01T21:00:00Z, 2014-05-02T21:00:00Z",
        "forex,   2014-05-03, ,",
        "forex,   2014-05-05, 2014-05-04T21:00:00Z, 2014-05-05T21:00:00Z",
        // dealers come back on the evening of Christmas Day, which is the 26th's
        "forex,   2014-12-25, ,",
        "forex,   2014-12-26, 2014-12-25T22:00:00Z, 2014-12-26T22:00:00Z",
        // the session that opened on the evening of 3 July closes at noon in Chicago
        "futures, 2014-07-04, 2014-07-03T22:00:00Z, 2014-07-04T17:00:00Z",
        "futures, 2014-07-07, 2014-07-06T22:00:00Z, 2014-07-07T21:00:00Z",
        // the day after Thanksgiving, winter time
        "stocks,  2013-11-29, 2013-11-29T14:30:00Z, 2013-11-29T18:00:00Z",
        "24x7,    2013-12-25, 2013-12-25T00:00:00Z, 2013-12-26T00:00:00Z"
    })
    void shouldOpenAndCloseSessions(String calendar, LocalDate date, @Nullable String open, @Nullable String close) {
        TradingSessionTimes session = TradingCalendar.of(calendar).sessionOn(date);
        assertThat(session == null ? null : Times.format(session.openNs())).isEqualTo(open);
        assertThat(session == null ? null : Times.format(session.closeNs())).isEqualTo(close);
    }

    @ParameterizedTest
    @CsvSource({
        // during the session, after it, on an early close, and before a holiday and a weekend
        "stocks,  2013-11-26T15:00:00Z, 2013-11-26T21:00:00Z",
        "stocks,  2013-11-26T21:00:00Z, 2013-11-27T21:00:00Z",
        "stocks,  2013-11-27T21:30:00Z, 2013-11-29T18:00:00Z",
        "stocks,  2013-11-29T18:00:00Z, 2013-12-02T21:00:00Z",
        "futures, 2013-12-24T18:00:00Z, 2013-12-24T18:15:00Z",
        "futures, 2013-12-24T18:15:00Z, 2013-12-26T22:00:00Z",
        "forex,   2013-12-24T23:00:00Z, 2013-12-26T22:00:00Z",
        "forex,   2014-05-02T20:59:59Z, 2014-05-02T21:00:00Z",
        "24x7,    2014-05-03T20:59:59Z, 2014-05-04T00:00:00Z"
    })
    void shouldEndDayOrdersWithTheSession(String calendar, String arrival, String end) {
        assertThat(Times.format(TradingCalendar.of(calendar).dayOrderEnd(Times.parse(arrival))))
                .isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-22, 2023-12-22T08:00:00Z, 2023-12-22T16:30:00Z",
        "2023-12-25, ,",
        "2022-12-26, 2022-12-26T08:00:00Z, 2022-12-26T16:30:00Z",
        "2021-12-27, ,",
        "2024-12-24, 2024-12-24T08:00:00Z, 2024-12-24T12:30:00Z",
        "2023-08-28, ,",
        "2023-08-21, 2023-08-21T07:00:00Z, 2023-08-21T15:30:00Z",
        "2023-05-08, 2023-05-08T09:00:00Z, 2023-05-08T15:30:00Z"
    })
    void shouldReadACalendarOfTheUser(LocalDate date, @Nullable String open, @Nullable String close) {
        TradingCalendar calendar = TradingCalendar.parse("half", HALF.replace("sun=mon", "sun=fri"));
        TradingSessionTimes session = calendar.sessionOn(date);
        assertThat(session == null ? null : Times.format(session.openNs())).isEqualTo(open);
        assertThat(session == null ? null : Times.format(session.closeNs())).isEqualTo(close);
        assertThat(calendar.daysPerYear()).isEqualTo(253);
        assertThat(calendar.text()).contains("closed aug mon last").doesNotContain("#");
    }

    @Test
    void shouldNotKnowSessionsOfSharesInAnotherZone() {
        TradingCalendar berlin = TradingCalendar.STOCKS.inZone(java.time.ZoneId.of("Europe/Berlin"));
        assertThat(berlin.hasSessions()).isFalse();
        assertThat(berlin.inZone(TradingCalendar.STOCKS.zone())).isEqualTo(TradingCalendar.STOCKS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed 12-32          | line 6: ",
                "closed nov            | line 6: 'nov' begins no date",
                "closed nov thu 5      | line 6: '5' is none of 1, 2, 3, 4, last",
                "closes 12-24          | line 6: '12-24' is not a time of day",
                "closed 12-25 sun=tue  | line 6: 'sun=tue' is none of",
                "closed 12-25 on noday | line 6: 'noday' is not a weekday",
                "closed 12-25 since    | line 6: 'since' cannot stand here",
                "holiday 12-25         | line 6: 'holiday' is none of",
                "week mon-fri          | line 6: 'week' is stated twice"
            })
    void shouldNameTheLineThatCannotBeRead(String statement, String reason) {
        assertThatThrownBy(() -> own(statement)).hasMessageContaining("calendar own, " + reason);
    }

    @Test
    void shouldNameWhatIsMissing() {
        assertThatThrownBy(() -> TradingCalendar.parse("own", "zone UTC\nday 00:00\nyear 252\nweek mon-fri"))
                .hasMessage("calendar own: 'session' is missing");
        assertThatThrownBy(() -> TradingCalendar.parse("stocks", HALF)).hasMessageContaining("take another");
    }
}
