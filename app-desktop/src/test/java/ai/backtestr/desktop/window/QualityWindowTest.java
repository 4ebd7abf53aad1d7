package ai.backtestr.desktop.window;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static ai.backtestr.desktop.fixture.FxSteps.fx;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.fixture.Nodes;
import ai.backtestr.engine.time.Times;
import ai.backtestr.render.chart.TimeSpan;
import ai.backtestr.render.table.LongTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What stands out in stored data, place by place, in the real window.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class QualityWindowTest {
    private static final int ROWS = 900;

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    /// A quote every ten seconds from 8 o'clock on: row 400 is a spike, before row 700 two hours are missing, row 800
    /// comes twice, one row cannot be read.
    private Path quotes(String name) throws IOException {
        StringBuilder text = new StringBuilder("time,bid,ask\n");
        long startNs = Times.parse("2014-05-06T08:00:00Z");
        for (int i = 0; i < ROWS; i++) {
            long atNs = startNs + i * 10_000_000_000L + (i >= 700 ? 7_200_000_000_000L : 0);
            int bid = 13_000 + i % 2 + (i == 400 ? 100 : 0);
            String row = String.format(Locale.ROOT, "%s,1.%d,1.%d%n", Times.format(atNs), bid, bid + 2);
            text.append(row).append(i == 800 ? row : "");
        }
        return Files.writeString(folder.resolve(name), text.append("soon,1,2\n"));
    }

    private static void begin(TestWindow window, Path file, String symbol) {
        fx(() -> window.workbench().imports().begin(FilesToImport.ofTicks(file, symbol)));
    }

    private static List<ButtonBase> answers(TestWindow window) {
        return fx(() -> window.here("notices").lookupAll(".button").stream()
                .map(ButtonBase.class::cast)
                .toList());
    }

    private static void answer(TestWindow window, String title) {
        ButtonBase button = answers(window).stream()
                .filter(one -> title.equals(one.getText()))
                .findFirst()
                .orElseThrow();
        fx(button::fire);
    }

    private static LongTable places(TestWindow window, int rows) {
        await("the places", () -> {
            LongTable table = Nodes.find("quality-places");
            return table != null
                    && table.rowCount() == rows
                    && !window.here("quality-again").isDisabled()
                    && table.textsOnScreen().stream()
                            .noneMatch(row -> row.get(1).isEmpty());
        });
        return window.node("quality-places");
    }

    private static List<String> kinds(LongTable table) {
        return fx(() -> table.textsOnScreen().stream().map(row -> row.get(1)).toList());
    }

    @Test
    void shouldOfferTheReportAfterAnImportAndShowThePlaceOfARow() throws IOException {
        try (TestWindow window = new TestWindow(home)) {
            begin(window, quotes("a.csv"), "EURUSD");
            await("the notice", () -> window.here("notices").isVisible());
            assertThat(fx(() -> window.workbench().notices().all().getFirst().text()))
                    .isEqualTo("a.csv, imported as EURUSD: 1 row rejected, 1 duplicate, 1 spike, 1 gap");
            answer(window, "Show quality");
            assertThat(fx(() -> window.here("notices").isVisible())).isFalse();

            LongTable table = places(window, 4);
            assertThat(kinds(table)).containsExactly("spike", "gap", "duplicate", "rejected");
            assertThat(fx(() -> table.textsOnScreen().get(1)))
                    .containsExactly(
                            "2",
                            "gap",
                            "warning",
                            "2014-05-06T09:56:30Z",
                            "2014-05-06T11:56:40Z",
                            "7210",
                            "",
                            "no tick for 7210 s");
            assertThat(fx(() -> table.textsOnScreen().get(3).getLast())).startsWith("a.csv:903: ");
            assertThat(fx(() -> window.<Label>here("quality-told").getText())).isEqualTo("Found in 901 stored ticks.");
            assertThat(fx(() -> window.<Button>here("quality-gap").getText())).isEqualTo("gap: 1");

            TableView<?> rows = fx(() -> (TableView<?>) table.lookup(".table-view"));
            TestWindow.press(rows, KeyCode.DOWN);
            TestWindow.press(rows, KeyCode.ENTER);
            long spikeNs = Times.parse("2014-05-06T09:06:40Z");
            await("the spike", () -> isShown(window, spikeNs, spikeNs));
            TestWindow.press(rows, KeyCode.DOWN);
            await("the row", () -> table.selectedFrom() == 1);
            TestWindow.press(rows, KeyCode.ENTER);
            await(
                    "the gap",
                    () -> isShown(window, Times.parse("2014-05-06T09:56:30Z"), Times.parse("2014-05-06T11:56:40Z")));
        }
    }

    private static boolean isShown(TestWindow window, long fromNs, long toNs) {
        TimeSpan span = window.window().chart().chart().navigation().timesOnScreen();
        return span != null && span.fromNs() <= fromNs && toNs <= span.toNs();
    }

    @Test
    void shouldGoToThePlaceFarAwayAndListOnlyOneKind() throws IOException {
        try (TestWindow window = new TestWindow(home)) {
            begin(window, quotes("a.csv"), "EURUSD");
            Path later = Files.writeString(
                    folder.resolve("b.csv"),
                    "time,bid,ask\n2014-05-20 10:00:00,1.3,1.3\n2014-05-20 10:00:01,1.3,1.3002\n");
            await("the first", () -> window.workbench().notices().all().size() == 1);
            begin(window, later, "EURUSD");
            await(
                    "the second",
                    () -> window.workbench().symbol().get() != null
                            && window.workbench().symbol().get().count() == ROWS + 3);
            await(
                    "the chart",
                    () -> window.window().chart().chart().navigation().timesOnScreen() != null);
            fx(() -> window.window().actions().get("quality.show").perform());
            LongTable table = places(window, 6);
            assertThat(fx(() -> window.<Button>here("quality-gap").getText())).isEqualTo("gap: 2");

            Button locked = window.node("quality-locked");
            fx(locked::fire);
            places(window, 1);
            assertThat(kinds(table)).containsExactly("locked");
            fx(() -> window.window()
                    .chart()
                    .chart()
                    .navigation()
                    .showTimes(Times.parse("2014-05-06T08:00:00Z"), Times.parse("2014-05-06T08:10:00Z")));
            Node row = fx(() -> table.lookupAll(".table-row-cell").stream()
                    .filter(one -> !((TableRow<?>) one).isEmpty())
                    .findFirst()
                    .orElseThrow());
            fx(() -> {
                row.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, 1));
                row.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 2));
            });
            long lockedNs = Times.parse("2014-05-20T10:00:00Z");
            await("the locked quote", () -> isShown(window, lockedNs, lockedNs));
        }
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, int clicks) {
        return new MouseEvent(
                type,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                clicks,
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
    void shouldSayThatNothingStandsOutAndOpenFromBadgeAndMenu() throws IOException {
        Path clean = Files.writeString(folder.resolve("c.csv"), "time,bid,ask\n2014-05-20 10:00:00,1.3,1.3002\n");
        try (TestWindow window = new TestWindow(home)) {
            begin(window, clean, "EURUSD");
            await("the badge", () -> badge(window) != null);
            assertThat(fx(() -> window.here("notices").isVisible())).isFalse();
            fx(() -> Objects.requireNonNull(badge(window)).fireEvent(mouse(MouseEvent.MOUSE_CLICKED, 1)));
            await(
                    "the part",
                    () -> window.isOpen("quality-told")
                            && window.<Label>here("quality-told").getText().startsWith("Nothing stands out"));
            assertThat(fx(() -> window.<Label>here("quality-told").getText()))
                    .isEqualTo("Nothing stands out in 1 stored ticks.");

            fx(() -> window.window().docks().close("quality"));
            ListView<?> list = window.node("instrument-list");
            MenuItem item = fx(() -> list.getContextMenu().getItems().stream()
                    .filter(one -> "Quality".equals(one.getText()))
                    .findFirst()
                    .orElseThrow());
            fx(item::fire);
            await("the part", () -> window.isOpen("quality-places"));
            TextField filter = window.node("quality-places-filter");
            assertThat(fx(filter::isVisible)).isTrue();
        }
    }

    private static @Nullable Node badge(TestWindow window) {
        Node badge = window.here("instrument-list").lookup(".quality-badge");
        return badge != null && badge.isVisible() ? badge : null;
    }
}
