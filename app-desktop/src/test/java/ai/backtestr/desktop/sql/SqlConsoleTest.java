package ai.backtestr.desktop.sql;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.render.table.LongTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The console on a store, without a display.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SqlConsoleTest {
    @TempDir
    Path home;

    private @Nullable Workspace workspace;
    private @Nullable Scene scene;
    private final List<String> selected = new ArrayList<>(); // FX thread
    private final Threads threads = new Threads();

    @BeforeEach
    void open() throws Exception {
        Workspace opened = Workspace.open(new HomeFolder(home));
        workspace = opened;
        Path file =
                Files.writeString(home.resolve("q.csv"), "time,bid,ask\n1398902400,1.5,1.7\n1398902401,1.25,1.75\n");
        opened.storing().importing(file, "EURUSD").run();
        scene = FxThread.call(() -> {
            SqlConsole console =
                    new SqlConsole(opened, threads, (of, timeNs) -> selected.add(of.test("EURUSD") + " " + timeNs));
            console.opened();
            Scene made = new Scene(console, 900, 300);
            made.getRoot().applyCss();
            made.getRoot().layout();
            return made;
        });
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(workspace).close();
    }

    @Test
    void shouldShowRowsSortThemInTheStoreAndDrawThem() {
        run("SELECT time, bid::DECIMAL(9, 2) AS bid, (ask - bid)::DECIMAL(9, 2) AS spread FROM ticks;");

        await("rows", () -> rows().size() == 2 && cell(1, 3).equals("0.5"));
        assertThat(rows().getFirst()).containsExactly("1", "2014-05-01 00:00:00", "1.5", "0.2");
        assertThat(told()).startsWith("2 rows in ");

        sortBy("bid");
        await("the other order", () -> cell(0, 2).equals("1.25"));

        press(KeyCode.HOME);
        copy();
        await("the copy", () -> copied().equals("time\tbid\tspread\n2014-05-01 00:00:01\t1.25\t0.50\n"));

        fire("sql-as-chart");
        await("a chart", () -> node("sql-chart") != null);
        assertThat(fx(() -> ((SqlChart) Objects.requireNonNull(node("sql-chart")))
                        .getData()
                        .size()))
                .isEqualTo(2);
    }

    @Test
    void shouldTellWhenTheRowSelectedWasAndGoToTheRowOfAMoment() {
        run("SELECT bid::DECIMAL(9, 2) AS bid, time, symbol FROM ticks ORDER BY time DESC");
        await("rows", () -> rows().size() == 2);
        press(KeyCode.END);
        await("the moment", () -> fx(() -> List.copyOf(selected)).equals(List.of("true 1398902400000000000")));

        goTo("EURUSD", 1_398_902_401_000_000_000L);
        await("the row", () -> selectedRow() == 0);
        goTo("EURUSD", 1_398_902_400_999_999_999L);
        await("the row before", () -> selectedRow() == 1);
        goTo("EURUSD", 1L); // nothing was then: it stays
        idle();
        goTo("GBPUSD", 1_398_902_400_999_999_999L);
        idle();
        assertThat(selectedRow()).isEqualTo(1);
        assertThat(fx(() -> selected.size())).isEqualTo(1); // to go there is not to select
    }

    @Test
    void shouldKnowWhoseARowIsAndLeaveThoseWithoutATimeAlone() {
        run(
                "FROM (VALUES ('GBPUSD', DATE '2014-05-01'), ('EURUSD', NULL), ('EURUSD', 'infinity'::DATE)) AS t(Symbol, day)");
        await("rows", () -> cell(2, 2).equals("infinity"));
        assertThat(rows().get(1)).containsExactly("2", "EURUSD", LongTable.NOTHING);
        press(KeyCode.HOME);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        await("the last row", () -> selectedRow() == 2);
        assertThat(fx(() -> List.copyOf(selected))).containsExactly("false 1398902400000000000");
        goTo("GBPUSD", Long.MAX_VALUE);
        await("the first row", () -> selectedRow() == 0);
    }

    /// More rows than are held in memory: the store keeps them, and works on all of them.
    @Test
    void shouldShowAllRowsHoweverMany() throws IOException {
        run("SELECT make_timestamp_ns(1398902400000000000 + range * 1000000000) AS time, range * 7919 % 1000003 AS n,"
                + " CASE WHEN range % 2 = 0 THEN 'EURUSD' ELSE 'GBPUSD' END AS symbol FROM range(300000)");
        await("all rows", () -> told().startsWith("300,000 rows in "));
        assertThat(keptFiles()).hasSize(1);

        await("the last row", () -> pressed(KeyCode.END) && rows().getLast().equals(row(299_999)));
        assertThat(fx(() -> List.copyOf(selected))).isNotEmpty().last().isEqualTo("false 1399202399000000000");
        copy();
        await(
                "the copy",
                () -> copied().equals(
                                "time\tn\tsymbol\n2014-05-04 11:19:59\t" + 299_999L * 7919 % 1_000_003 + "\tGBPUSD\n"));

        goTo("EURUSD", (1_398_902_400L + 200_001) * 1_000_000_000);
        await("the row before", () -> selectedRow() == 200_000);
        type("2014-05-02 00:00:00.5");
        await("the moment typed", () -> selectedRow() == 86_400);
        type("123,456");
        await("the row typed", () -> selectedRow() == 123_455 && rows().contains(row(123_455)));
        type("nonsense");
        await("the problem", () -> told().contains("'nonsense' is neither a row nor a time"));
        type("2014-01-01");
        await("that there is none", () -> told().equals("No row has a time that early."));
        type("1");
        await("the first row", () -> selectedRow() == 0 && told().startsWith("300,000 rows"));

        fire("sql-as-chart");
        await("a chart", () -> node("sql-chart") != null);
        assertThat(fx(() -> extremes((SqlChart) Objects.requireNonNull(node("sql-chart")))))
                .isEqualTo("0.0 " + greatest());
        fire("sql-as-chart");

        sortBy("n");
        await("the other order", () -> cell(0, 2).equals("0") && told().startsWith("300,000 rows in "));
        await("the rows before are deleted", () -> keptFiles().size() == 1);
        filter("gbpusd");
        await("those found", () -> told().startsWith("150,000 rows in "));
        fx(() -> {
            console().close();
            return true;
        });
        await("nothing is left", () -> keptFiles().isEmpty());
    }

    private static double greatest() {
        return LongStream.range(0, 300_000).map(i -> i * 7919 % 1_000_003).max().orElseThrow();
    }

    private static List<String> row(long row) {
        return List.of(
                String.format(Locale.ROOT, "%,d", row + 1),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .format(LocalDateTime.ofEpochSecond(1_398_902_400L + row, 0, ZoneOffset.UTC)),
                Long.toString(row * 7919 % 1_000_003),
                row % 2 == 0 ? "EURUSD" : "GBPUSD");
    }

    private static String extremes(SqlChart chart) {
        DoubleSummaryStatistics y = chart.getData().getFirst().getData().stream()
                .mapToDouble(point -> point.getYValue().doubleValue())
                .summaryStatistics();
        return y.getMin() + " " + y.getMax();
    }

    @Test
    void shouldKeepTheFirstRowsWhenCancelledAndSayWhyThereAreNoMore() {
        run("SELECT range AS n FROM range(100000000000)");
        await("the first rows", () -> rows().size() > 1 && told().contains("which are being read"));
        fire("sql-cancel");
        assertThat(told()).isEqualTo("Cancelled; these are the first 100,000 rows of more");
        await("nothing is left", () -> keptFiles().isEmpty());
        await(
                "the last of them",
                () -> pressed(KeyCode.END) && cell(rows().size() - 1, 1).equals("99999"));

        run("SELECT CASE WHEN range < 5000000 THEN range ELSE error('no more') END AS n FROM range(6000000)");
        await("the reason", () -> told().contains("the first 100,000 rows of more: ") && told().contains("no more"));
        await(
                "the last of them",
                () -> pressed(KeyCode.END) && cell(rows().size() - 1, 1).equals("99999"));
    }

    /// In the list of tasks, say.
    @Test
    void shouldTakeInThatItWasCancelledElsewhere() {
        run("SELECT range AS n FROM range(100000000000)");
        await("the first rows", () -> told().contains("which are being read"));
        fx(() -> {
            threads.cancel(SqlRunner.Kind.STATEMENT);
            return true;
        });
        await("the word", () -> told().equals("Cancelled; these are the first 100,000 rows of more"));
        assertThat(fx(() -> Objects.requireNonNull(node("sql-filter")).isDisabled()))
                .isFalse();
    }

    /// The second time it may come in another order: what is on screen is what is copied.
    @Test
    void shouldShowTheRowsThatAreKept() {
        run("SELECT random() AS n FROM range(200000)");
        await("all rows", () -> told().startsWith("200,000 rows in "));
        await("the first row", () -> pressed(KeyCode.HOME) && !cell(0, 1).isEmpty());
        table().awaitLoaded();
        idle();
        String shown = cell(0, 1);
        copy();
        await("the copy", () -> copied().startsWith("n\n"));
        assertThat(Double.parseDouble(copied().split("\n", -1)[1])).isEqualTo(Double.parseDouble(shown));
    }

    private List<Path> keptFiles() {
        try (Stream<Path> files = Files.list(home.resolve("temp"))) {
            return files.filter(file -> file.toString().endsWith(".duckdb")).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void type(String where) {
        fx(() -> {
            TextField field = (TextField) Objects.requireNonNull(node("sql-go"));
            field.setText(where);
            field.fireEvent(new ActionEvent());
            return true;
        });
    }

    private void press(KeyCode key) {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /// The table has its size a moment after its rows; how many of these it has room for counts at the end.
    private boolean pressed(KeyCode key) {
        press(key);
        return true;
    }

    private void copy() {
        fire(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false));
    }

    private void fire(KeyEvent event) {
        fx(() -> {
            view().fireEvent(event);
            return true;
        });
    }

    private static String copied() {
        return fx(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }

    private void sortBy(String title) {
        fx(() -> sortBy(view(), title));
    }

    private static <S> boolean sortBy(TableView<S> rows, String title) {
        return rows.getSortOrder()
                .add(rows.getColumns().stream()
                        .filter(column -> column.getText().equals(title))
                        .findFirst()
                        .orElseThrow());
    }

    /// Waits until nothing is done any more.
    private void idle() {
        await("the end of what was under way", () -> threads.underWay.get() == 0);
    }

    private long selectedRow() {
        return fx(() -> table().selectedFrom());
    }

    private void goTo(String symbol, long timeNs) {
        fx(() -> {
            console().goTo(symbol, timeNs);
            return true;
        });
    }

    @Test
    void shouldHaveTheStoreFindTheRowsThatContainAText() {
        run("SELECT * FROM (VALUES (1, 'Long''s'), (2, 'short'), (3, NULL)) AS t(number, side)");
        await("rows", () -> rows().size() == 3);

        filter("LONG's");
        await("one row", () -> rows().size() == 1 && cell(0, 1).equals("1"));

        filter("");
        await("all rows", () -> rows().size() == 3);
    }

    private void filter(String text) {
        fx(() -> {
            TextField field = (TextField) Objects.requireNonNull(node("sql-filter"));
            field.setText(text);
            field.fireEvent(new ActionEvent());
            return true;
        });
    }

    @Test
    void shouldSayWhatIsWrongAndKeepTheRows() {
        run("SELECT 7 AS seven");
        await("a row", () -> rows().size() == 1);

        run("SELECT wrong FROM ticks");
        await("the problem", () -> told().contains("wrong"));
        assertThat(rows()).hasSize(1);

        run("DROP VIEW ticks");
        await("the refusal", () -> told().contains("only one SELECT"));
    }

    @Test
    void shouldStopAtOnce() {
        run("SELECT count(*) FROM range(1000000000000) a, range(1000) b");
        fire("sql-cancel");

        assertThat(told()).isEqualTo("Cancelled.");
        idle();
        run("SELECT 8 AS eight");
        await("the next statement", () -> rows().size() == 1 && cell(0, 1).equals("8"));
    }

    @Test
    void shouldKeepWhatWasRun() {
        run("SELECT 41");
        await("the first", () -> kept().equals(List.of("SELECT 41")));
        run("SELECT 42");
        await("both", () -> kept().equals(List.of("SELECT 42", "SELECT 41")));
    }

    private List<String> kept() {
        return new SqlHistory(Objects.requireNonNull(workspace).home().settings()).statements();
    }

    private void run(String statement) {
        fx(() -> {
            ((TextArea) Objects.requireNonNull(node("sql-statement"))).setText(statement);
            return true;
        });
        fire("sql-run");
    }

    private void fire(String id) {
        fx(() -> {
            ((ButtonBase) Objects.requireNonNull(node(id))).fire();
            return true;
        });
    }

    private String told() {
        return fx(() -> ((Labeled) Objects.requireNonNull(node("sql-told"))).getText());
    }

    private SqlConsole console() {
        return (SqlConsole) Objects.requireNonNull(scene).getRoot();
    }

    private LongTable table() {
        return Objects.requireNonNull((LongTable) node("sql-rows"));
    }

    private TableView<?> view() {
        return (TableView<?>) table().lookup(".table-view");
    }

    /// The rows on screen, each with its number first.
    private List<List<String>> rows() {
        return fx(() -> {
            console().applyCss();
            console().layout();
            return node("sql-rows") == null ? List.of() : table().textsOnScreen();
        });
    }

    private String cell(int row, int column) {
        List<List<String>> rows = rows();
        return row < 0 || row >= rows.size() ? "" : rows.get(row).get(column);
    }

    private javafx.scene.@Nullable Node node(String id) {
        return Objects.requireNonNull(scene).lookup("#" + id);
    }

    private static <T> T fx(Supplier<T> work) {
        return Platform.isFxApplicationThread() ? work.get() : FxThread.call(work);
    }

    /// Threads of its own for each task; one that is replaced is cancelled.
    private static final class Threads implements SqlRunner {
        private final Map<Kind, BackgroundTask<?>> current = new EnumMap<>(Kind.class); // FX thread
        private final AtomicInteger underWay = new AtomicInteger();

        @Override
        public <T> void start(Kind kind, BackgroundTask<T> task, Consumer<T> onDone) {
            cancel(kind);
            current.put(kind, task);
            run(task, result -> {
                if (task.equals(current.get(kind))) {
                    onDone.accept(result);
                }
            });
        }

        @Override
        public <T> void startBeside(BackgroundTask<T> task, Consumer<T> onDone) {
            run(task, onDone);
        }

        private <T> void run(BackgroundTask<T> task, Consumer<T> onDone) {
            underWay.incrementAndGet();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    T result = task.run();
                    Platform.runLater(() -> onDone.accept(result));
                } catch (CancellationException e) {
                    // Nobody waits for it.
                } finally {
                    Platform.runLater(underWay::decrementAndGet);
                }
            });
        }

        @Override
        public void cancel(Kind kind) {
            BackgroundTask<?> task = current.remove(kind);
            if (task != null) {
                task.cancel();
            }
        }

        @Override
        public void tell(String text) {}
    }
}
