package ai.backtestr.desktop.sql;

import static ai.backtestr.desktop.fixture.FxSteps.await;
import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
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

    @BeforeEach
    void open() throws Exception {
        Workspace opened = Workspace.open(new HomeFolder(home));
        workspace = opened;
        Path file =
                Files.writeString(home.resolve("q.csv"), "time,bid,ask\n1398902400,1.5,1.7\n1398902401,1.25,1.75\n");
        opened.storing().importing(file, "EURUSD").run();
        scene = FxThread.call(() -> {
            SqlConsole console = new SqlConsole(
                    opened, new Threads(), (of, timeNs) -> selected.add(of.test("EURUSD") + " " + timeNs));
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

        await("rows", () -> table().getItems().size() == 2);
        assertThat(fx(() -> table().getItems().getFirst()[1])).isEqualTo("1.50");
        assertThat(told()).startsWith("2 rows in ");

        fx(() -> table().getSortOrder().add(table().getColumns().get(1)));
        await("the other order", () -> table().getItems().getFirst()[1].equals("1.25"));

        fx(() -> {
            table().getSelectionModel().select(0);
            return true;
        });
        assertThat(fx(() -> table().selectedText())).isEqualTo("time\tbid\tspread\n2014-05-01 00:00:01\t1.25\t0.50");

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
        await("rows", () -> table().getItems().size() == 2);
        select(1);
        assertThat(fx(() -> List.copyOf(selected))).containsExactly("true 1398902400000000000");

        assertThat(goTo("EURUSD", 1_398_902_400_999_999_999L)).isEqualTo(1);
        assertThat(goTo("EURUSD", 1_398_902_401_000_000_000L)).isZero();
        assertThat(goTo("EURUSD", 1L)).isZero(); // nothing was then: it stays
        assertThat(goTo("GBPUSD", 1_398_902_400_999_999_999L)).isZero();
        assertThat(fx(() -> selected.size())).isEqualTo(1); // to go there is not to select
    }

    @Test
    void shouldKnowWhoseARowIsAndLeaveThoseWithoutATimeAlone() {
        run(
                "FROM (VALUES ('GBPUSD', DATE '2014-05-01'), ('EURUSD', NULL), ('EURUSD', 'infinity'::DATE)) AS t(Symbol, day)");
        await("rows", () -> table().getItems().size() == 3);
        select(0);
        select(1);
        select(2);
        assertThat(fx(() -> List.copyOf(selected))).containsExactly("false 1398902400000000000");
        assertThat(goTo("GBPUSD", Long.MAX_VALUE)).isZero();
    }

    private void select(int row) {
        fx(() -> {
            table().getSelectionModel().clearAndSelect(row);
            return true;
        });
    }

    private int goTo(String symbol, long timeNs) {
        return fx(() -> {
            ((SqlConsole) Objects.requireNonNull(scene).getRoot()).goTo(symbol, timeNs);
            return table().getSelectionModel().getSelectedIndex();
        });
    }

    @Test
    void shouldHaveTheStoreFindTheRowsThatContainAText() {
        run("SELECT * FROM (VALUES (1, 'Long''s'), (2, 'short'), (3, NULL)) AS t(number, side)");
        await("rows", () -> table().getItems().size() == 3);

        filter("LONG's");
        await("one row", () -> table().getItems().size() == 1);
        assertThat(fx(() -> table().getItems().getFirst()[0])).isEqualTo("1");

        filter("");
        await("all rows", () -> table().getItems().size() == 3);
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
        await("a row", () -> table().getItems().size() == 1);

        run("SELECT wrong FROM ticks");
        await("the problem", () -> told().contains("wrong"));
        assertThat(fx(() -> table().getItems().size())).isEqualTo(1);

        run("DROP VIEW ticks");
        await("the refusal", () -> told().contains("only one SELECT"));
    }

    @Test
    void shouldStopAtOnce() {
        run("SELECT count(*) FROM range(1000000000000) a, range(1000) b");
        fire("sql-cancel");

        assertThat(told()).isEqualTo("Cancelled.");
        run("SELECT 8 AS eight");
        await(
                "the next statement",
                () -> table().getItems().size() == 1
                        && table().getItems().getFirst()[0].equals("8"));
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

    private SqlTable table() {
        return Objects.requireNonNull((SqlTable) node("sql-rows"));
    }

    private javafx.scene.@Nullable Node node(String id) {
        return Objects.requireNonNull(scene).lookup("#" + id);
    }

    private static <T> T fx(Supplier<T> work) {
        return Platform.isFxApplicationThread() ? work.get() : FxThread.call(work);
    }

    /// Threads of its own for each task; a task that is replaced is cancelled.
    private static final class Threads implements SqlRunner {
        private @Nullable BackgroundTask<?> current;

        @Override
        public <T> void start(BackgroundTask<T> task, Consumer<T> onDone) {
            cancel();
            current = task;
            Thread.startVirtualThread(() -> {
                try {
                    T result = task.run();
                    Platform.runLater(() -> {
                        if (current == task) {
                            onDone.accept(result);
                        }
                    });
                } catch (CancellationException e) {
                    // Nobody waits for it.
                }
            });
        }

        @Override
        public <T> void startBeside(BackgroundTask<T> task, Consumer<T> onDone) {
            Thread.ofPlatform().daemon().start(() -> {
                T result = task.run();
                Platform.runLater(() -> onDone.accept(result));
            });
        }

        @Override
        public void cancel() {
            if (current != null) {
                current.cancel();
            }
            current = null;
        }

        @Override
        public void tell(String text) {}
    }
}
