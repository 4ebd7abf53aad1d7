package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.settings.Preferences;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.table.LongTable;
import ai.backtestr.render.table.TradesTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Times in the zone of the settings, everywhere in the real window at once.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class TimesOfAZoneTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter CELL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(NEW_YORK);

    @Test
    void shouldShowAndReadTimesInTheZoneChosenAndKeepIt(@TempDir Path home) throws Exception {
        try (TestWindow window = new TestWindow(home).started()) {
            fx(() -> window.window().docks().open(DefaultLayout.TICKS));
            await("ticks", () -> window.isOpen("ticks") && isShown(window, "Z"));
            BacktestResult result =
                    Objects.requireNonNull(fx(() -> window.workbench().result().get()));
            String hash = result.resultHash();

            choose(window, NEW_YORK.getId());

            await("ticks of the zone", () -> isShown(window, "-05:00"));
            goTo(window, "2013-11-26 19:00");
            await("the tick", () -> selectedNs(window) >= Times.parse("2013-11-27"));
            assertThat(fx(() -> selectedNs(window)) - Times.parse("2013-11-27")).isLessThan(600_000_000_000L);
            filter(window, "time 2013-11-25 19:00..2013-11-26 19:00");
            await("a day of the zone", () -> countOf(window).equals(countOfDay(window, "2013-11-26")));

            String entry = CELL.format(Times.instant(result.trades().getFirst().entryNs()));
            fx(() -> window.window().docks().open(DefaultLayout.TRADES));
            await(
                    "the trade",
                    () -> window.isOpen("trades")
                            && trades(window).lookupAll(".table-cell").stream()
                                    .anyMatch(cell -> entry.equals(((TableCell<?, ?>) cell).getText())));
            assertThat(fx(() -> trades(window).getColumns().stream()
                            .map(column -> column.getText())
                            .toList()))
                    .contains("Entry time (New York)", "Exit time (New York)");
            assertThat(fx(() -> chartWords(window)))
                    .contains(" America/New_York,")
                    .doesNotContain("UTC");
            LocalDateTime middle = LocalDateTime.parse(
                    fx(() -> window.window().chart().middle()).replace(' ', 'T'));
            assertThat(fx(() -> window.window().chart().chart().navigation().timesOnScreen()))
                    .satisfies(span -> assertThat(
                                    Times.nanos(middle.atZone(NEW_YORK).toInstant()))
                            .isBetween(span.fromNs(), span.toNs()));
            assertThat(result.resultHash()).isEqualTo(hash);
            Path exported = home.resolve("trades.csv");
            fx(() -> ((TradesPane) trades(window).getParent()).export(exported.toFile()));
            await("the file", () -> Files.exists(exported));
            assertThat(Files.readString(exported)).contains("Entry time (UTC)").doesNotContain(entry);

            choose(window, "America/Nowhere");
            assertThat(fx(() -> window.<Label>here("problem-preference-zone").getText()))
                    .isEqualTo("'America/Nowhere' is no zone; take UTC, machine, or one such as America/New_York");
            assertThat(fx(() -> window.workbench().preferred().now().zone())).isEqualTo(NEW_YORK.getId());
        }
        assertThat(PreferenceMemory.file(home.resolve("settings"))
                        .load(Preferences.DEFAULTS)
                        .value()
                        .zone())
                .isEqualTo(NEW_YORK.getId());
    }

    private static void choose(TestWindow window, String zone) {
        fx(() -> {
            if (!window.isOpen("preference-zone")) {
                window.window().actions().get("settings.show").perform();
            }
        });
        fx(() -> window.<ComboBox<String>>here("preference-zone").getEditor().setText(zone));
    }

    private static LongTable ticks(TestWindow window) {
        return window.here("ticks");
    }

    private static TradesTable trades(TestWindow window) {
        return window.here("trades");
    }

    private static boolean isShown(TestWindow window, String offset) {
        List<List<String>> texts = ticks(window).textsOnScreen();
        return !texts.isEmpty() && texts.getFirst().get(1).endsWith(offset);
    }

    private static long selectedNs(TestWindow window) {
        LongTable table = ticks(window);
        long place = table.selectedFrom() - table.firstOnScreen();
        List<List<String>> texts = table.textsOnScreen();
        boolean isOnScreen = table.selectedFrom() >= 0 && place >= 0 && place < texts.size();
        return isOnScreen ? Times.parse(texts.get((int) place).get(1)) : -1;
    }

    private static void goTo(TestWindow window, String typed) {
        type(window, "ticks-go", typed);
    }

    private static void filter(TestWindow window, String typed) {
        type(window, "ticks-filter", typed);
    }

    private static void type(TestWindow window, String id, String text) {
        fx(() -> {
            TextField field = window.here(id);
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    private static String countOf(TestWindow window) {
        return window.<Label>here("ticks-count").getText();
    }

    private static String countOfDay(TestWindow window, String utcDay) {
        try (var found = window.workspace()
                .store()
                .query("SELECT count(*) FROM ticks WHERE time >= '" + utcDay + "' AND time < DATE '" + utcDay
                        + "' + INTERVAL 1 DAY")) {
            found.next();
            return String.format(Locale.ROOT, "%,d rows", Long.parseLong(Objects.toString(found.text(0), "0")));
        }
    }

    private static String chartWords(TestWindow window) {
        return String.valueOf(window.window().chart().chart().queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }
}
