package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.imports.ImportOptions;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.workspace.CoveredDay;
import ai.backtestr.desktop.workspace.DataFacts.Day;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.chart.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.event.EventType;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The strip of days under an instrument: what it tells, and where a click on it leads.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CoverageWindowTest {
    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    private void load(Path home, String symbol, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(symbol + ".csv"), content);
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            workspace
                    .storing()
                    .importing(List.of(file), symbol, ImportOptions.DEFAULT)
                    .run();
        }
    }

    /// Two quotes on each of twenty Thursdays.
    private void loadThursdays() throws IOException {
        StringBuilder text = new StringBuilder("time,bid,ask\n");
        for (int week = 0; week < 20; week++) {
            long atNs = Times.parse("2014-01-02T12:00:00Z") + week * 7L * 86_400_000_000_000L;
            text.append(Times.format(atNs)).append(",1.1,1.2\n");
            text.append(Times.format(atNs + 3_600_000_000_000L)).append(",1.1,1.2\n");
        }
        load(home, "EURUSD", text.toString());
    }

    @Test
    void shouldTakeTheChartToTheDaysClickedOfAnyInstrument() throws IOException {
        loadThursdays();
        load(home, "BTCUSD", "time,price,size\n2014-05-01 12:00:00,440,1\n2014-05-02 12:00:00,440,1\n");
        try (TestWindow window = new TestWindow(home)) {
            fx(() -> window.workbench().start());
            await("an instrument", () -> window.workbench().symbol().get() != null);
            fx(() -> window.workbench().symbol().set(data(window, "BTCUSD")));
            await("the strip", () -> strip(window, "EURUSD") != null);
            Region strip = Objects.requireNonNull(fx(() -> strip(window, "EURUSD")));
            fx(() -> strip.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 1)));

            long firstNs = Times.parse("2014-01-02T12:00:00Z");
            await("the first Thursday", () -> {
                TimeSpan span = window.window().chart().chart().navigation().timesOnScreen();
                return data(window, "EURUSD").equals(window.workbench().symbol().get())
                        && span != null
                        && span.fromNs() <= firstNs
                        && span.toNs() > firstNs
                        && span.toNs() < Times.parse("2014-03-01T00:00:00Z");
            });
            fx(() -> strip.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, strip.getWidth() - 1)));
            await("the last Thursday", () -> {
                TimeSpan span = window.window().chart().chart().navigation().timesOnScreen();
                return span != null && span.fromNs() > Times.parse("2014-04-01T00:00:00Z");
            });
        }
    }

    private static StoredData data(TestWindow window, String symbol) {
        return window.workbench().symbols().stream()
                .filter(data -> data.instrument().symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    /// That of an instrument whose days are known.
    private static @Nullable Region strip(TestWindow window, String symbol) {
        ListView<?> list = window.here("instrument-list");
        return list.lookupAll(".list-cell").stream()
                .map(ListCell.class::cast)
                .filter(cell -> cell.getItem() instanceof StoredData data
                        && data.instrument().symbol().equals(symbol)
                        && cell.lookup(".quality-badge").isVisible())
                .map(cell -> (Region) cell.lookup(".coverage"))
                .findFirst()
                .orElse(null);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x) {
        return new MouseEvent(
                type,
                x,
                5,
                x,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    @Test
    void shouldTellDaysInWords() throws IOException {
        loadThursdays();
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            StoredData data = workspace.stored("EURUSD");
            long thursdayNs = Times.parse("2014-01-01T22:00:00Z");
            CoveredDay thursday = new CoveredDay(thursdayNs, Day.PRESENT, 1234);
            CoveredDay friday = new CoveredDay(thursdayNs + 86_400_000_000_000L, Day.MISSING, 0);
            CoveredDay saturday = new CoveredDay(thursdayNs + 2 * 86_400_000_000_000L, Day.CLOSED, 0);
            assertThat(CoverageText.of(List.of(thursday), data)).isEqualTo("Thu 2 Jan 2014: 1,234 ticks");
            assertThat(CoverageText.of(List.of(friday), data))
                    .isEqualTo("Fri 3 Jan 2014: no ticks, though the calendar has a session");
            assertThat(CoverageText.of(List.of(saturday), data)).isEqualTo("Sat 4 Jan 2014: closed");
            assertThat(CoverageText.of(List.of(thursday, friday, saturday), data))
                    .isEqualTo("Thu 2 Jan 2014 – Sat 4 Jan 2014: 1,234 ticks on 1 day, 1 trading day without");
        }
    }
}
