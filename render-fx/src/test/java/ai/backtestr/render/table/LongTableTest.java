package ai.backtestr.render.table;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.render.fixture.FxThread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LongTableTest {
    private static final long ROWS = 3_000_000_000L;

    /// Row `i` is of the second `i` and says so.
    private static final class Seconds implements LongRows {
        private final Set<String> readers = ConcurrentHashMap.newKeySet();
        private volatile long count = ROWS;

        @Override
        public List<RowColumn> columns() {
            return List.of(new RowColumn("Second", 120, true), new RowColumn("Half", 120, true));
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public List<RowText> read(long from, int wanted, BooleanSupplier cancelled) {
            readers.add(Thread.currentThread().getName());
            return IntStream.range(0, wanted)
                    .mapToObj(i -> new RowText(
                            (from + i) * 1_000_000_000L,
                            List.of(Long.toString(from + i), Double.toString((from + i) / 2.0))))
                    .toList();
        }

        @Override
        public long rowAt(long timeNs, boolean orBefore) {
            long row = orBefore ? Math.floorDiv(timeNs, 1_000_000_000L) : Math.ceilDiv(timeNs, 1_000_000_000L);
            return Math.clamp(row, 0, count - 1);
        }
    }

    private final Seconds rows = new Seconds();
    private final List<RowText> selected = new ArrayList<>();
    private @Nullable LongTable shown;
    private @Nullable Stage stage;

    @BeforeEach
    void show() throws Exception {
        FxThread.run(() -> {
            LongTable table = new LongTable("Seconds");
            table.setOnSelected(selected::add);
            shown = table;
            stage = new Stage();
            stage.setScene(new Scene(table, 500, 340));
            stage.show();
            table.show(rows);
        });
        settle();
    }

    @AfterEach
    void close() throws Exception {
        FxThread.run(() -> {
            table().close();
            Objects.requireNonNull(stage).close();
        });
    }

    private LongTable table() {
        return Objects.requireNonNull(shown);
    }

    /// Waits until what is wished is read and shown, and nothing more is wished.
    private void settle() throws Exception {
        for (int i = 0; i < 4; i++) {
            FxThread.run(() -> table().layout());
            table().awaitLoaded();
            FxThread.run(() -> {});
        }
    }

    private List<Long> secondsOnScreen() throws Exception {
        return FxThread.call(() -> table().textsOnScreen().stream()
                .map(texts -> Long.parseLong(texts.get(1)))
                .toList());
    }

    private void press(KeyCode code, boolean shift, boolean control) throws Exception {
        FxThread.run(
                () -> view().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
        settle();
    }

    private TableView<?> view() {
        return (TableView<?>) table().lookup(".table-view");
    }

    private void assertShows(long from) throws Exception {
        int rowsOnScreen = FxThread.call(() -> table().rowsOnScreen());
        assertThat(rowsOnScreen).isBetween(9, 14);
        List<Long> seconds = secondsOnScreen();
        assertThat(seconds).hasSize(rowsOnScreen);
        for (int i = 0; i < seconds.size(); i++) {
            assertThat(seconds.get(i)).isEqualTo(from + i);
        }
    }

    @Test
    void shouldShowTheFirstRowsWithTheirNumbersAndReadThemInTheBackground() throws Exception {
        assertShows(0);
        assertThat(FxThread.call(() -> table().textsOnScreen().get(2))).containsExactly("3", "2", "1.0");
        assertThat(rows.readers).containsExactly("table-loader");
    }

    @Test
    void shouldGoToARowBeyondWhatAnIntCounts() throws Exception {
        FxThread.run(() -> table().goToRow(2_999_999_000L));
        settle();
        int middle = FxThread.call(() -> table().rowsOnScreen()) / 2;
        assertShows(2_999_999_000L - middle);
        assertThat(FxThread.call(() -> table().selectedFrom())).isEqualTo(2_999_999_000L);
        assertThat(FxThread.call(() -> table().textsOnScreen().get(middle).getFirst()))
                .isEqualTo("2,999,999,001");
        assertThat(selected).isEmpty();
    }

    @Test
    void shouldGoToTheRowAtOrBeforeAMomentAndToTheNextOne() throws Exception {
        FxThread.run(() -> table().goToTime(1_500_000_000_500_000_000L, true));
        settle();
        assertThat(FxThread.call(() -> table().selectedFrom())).isEqualTo(1_500_000_000L);
        FxThread.run(() -> table().goToTime(1_500_000_000_500_000_000L, false));
        settle();
        assertThat(FxThread.call(() -> table().selectedFrom())).isEqualTo(1_500_000_001L);
    }

    @Test
    void shouldMoveAndExtendTheSelectionByKeys() throws Exception {
        int page = FxThread.call(() -> table().rowsOnScreen()) - 1;
        press(KeyCode.DOWN, false, false);
        press(KeyCode.DOWN, false, false);
        assertThat(FxThread.call(() -> table().selectedFrom())).isEqualTo(1);
        assertThat(selected).extracting(row -> row.cells().getFirst()).containsExactly("0", "1");
        press(KeyCode.PAGE_DOWN, true, false);
        assertThat(FxThread.call(() -> table().selectedFrom())).isEqualTo(1);
        assertThat(FxThread.call(() -> table().selectedTo())).isEqualTo(page + 2L);
        press(KeyCode.END, false, true);
        assertShows(ROWS - page - 1);
        assertThat(selected.getLast().cells().getFirst()).isEqualTo("2999999999");
        press(KeyCode.UP, false, false);
        assertThat(FxThread.call(() -> table().selectedFrom())).isEqualTo(ROWS - 2);
        press(KeyCode.HOME, false, true);
        assertShows(0);
        press(KeyCode.A, false, true);
        assertThat(FxThread.call(() -> table().selectedTo())).isEqualTo(ROWS);
    }

    @Test
    void shouldScrollByTheWheelAndByTheThumb() throws Exception {
        FxThread.run(() -> view().fireEvent(wheel(-80)));
        settle();
        assertShows(6);
        FxThread.run(() -> view().fireEvent(wheel(400)));
        settle();
        assertShows(0);
        FxThread.run(() -> scrollBar().setValue(1_234_567_890));
        settle();
        assertShows(1_234_567_890);
    }

    private ScrollBar scrollBar() {
        return table().lookupAll(".scroll-bar").stream()
                .filter(node -> Objects.equals(node.getParent(), table()))
                .map(ScrollBar.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ScrollEvent wheel(double deltaY) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                10,
                100,
                10,
                100,
                false,
                false,
                false,
                false,
                true,
                false,
                0,
                deltaY,
                0,
                deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(null, 10, 100));
    }

    @Test
    void shouldTakeInRowsThatAreCountedLater() throws Exception {
        rows.count = 3;
        FxThread.run(() -> table().show(rows));
        settle();
        assertThat(secondsOnScreen()).containsExactly(0L, 1L, 2L);
        rows.count = 5_000;
        FxThread.run(() -> table().rowsGrew());
        settle();
        assertShows(0);
        press(KeyCode.END, false, false);
        assertThat(FxThread.call(() -> table().selectedFrom())).isEqualTo(4_999);
    }

    @Test
    void shouldReadRowsOutAndMarkThoseSelected() throws Exception {
        FxThread.run(() -> table().goToRow(1));
        press(KeyCode.DOWN, true, false);
        List<TableRow<?>> marked = FxThread.call(() -> tableRows().stream()
                .filter(row -> row.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("chosen")))
                .toList());
        assertThat(marked)
                .extracting(TableRow::getAccessibleText)
                .containsExactlyInAnyOrder("Second 1, Half 0.5", "Second 2, Half 1.0");
        assertThat(FxThread.call(() -> view().getAccessibleText()))
                .isEqualTo("Seconds, row 3 of 3,000,000,000: Second 2, Half 1.0");
    }

    private List<TableRow<?>> tableRows() {
        List<TableRow<?>> found = new ArrayList<>();
        for (Node node : table().lookupAll(".table-row-cell")) {
            found.add((TableRow<?>) node);
        }
        return found;
    }

    @Test
    void shouldAskToSortWithTheColumnOfTheTitleClicked() throws Exception {
        List<List<Object>> asked = new ArrayList<>();
        FxThread.run(() -> {
            table().setSorter((column, descending) -> asked.add(Arrays.asList(column, descending)));
            sortBy(2);
            table().forgetSorting();
        });
        assertThat(asked).containsExactly(List.of(1, false));
    }

    private <S> void sortBy(int column) {
        @SuppressWarnings("unchecked")
        TableView<S> view = (TableView<S>) view();
        view.getSortOrder().add(view.getColumns().get(column));
    }
}
