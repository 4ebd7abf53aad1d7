package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.data.imports.ImportPreview;
import ai.backtestr.desktop.chart.FxThread;
import ai.backtestr.desktop.fixture.Nodes;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dialog on files to import, and what comes of its answer. All work is done where it is asked for.
class ImportDialogTest {
    private static final String QUOTES = """
            time,bid,ask
            2014-05-01 08:00:00,1.38720,1.38729
            2014-05-01 08:00:01,1.38721,oops
            2014-05-01 08:05:00,1.38722,1.38731
            """;

    @TempDir
    Path folder;

    private final HandPause typing = new HandPause();
    private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    private final Notices notices = new Notices();
    private final List<String> told = new ArrayList<>();
    private Optional<Workspace> opened = Optional.empty();

    @BeforeEach
    void open() {
        opened = Optional.of(Workspace.open(new HomeFolder(folder.resolve("home"))));
    }

    @AfterEach
    void close() {
        workspace().close();
    }

    private Workspace workspace() {
        return opened.orElseThrow();
    }

    private Imports imports() {
        return new Imports(workspace(), tasks, notices, (symbol, text) -> told.add(text));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private <T> T in(Path file, Function<DialogPane, T> test) {
        return FxThread.call(() -> {
            Stage owner = new Stage();
            owner.setScene(new Scene(new Pane()));
            ImportDialog dialog = new ImportDialog(owner, List.of(file), imports(), typing);
            DialogPane pane = dialog.dialog().getDialogPane();
            pane.applyCss(); // what scrolls is not there before
            return test.apply(pane);
        });
    }

    private static TextField field(DialogPane pane, String name) {
        Node node = pane.lookup("#import-" + name);
        return node instanceof ComboBox<?> choice ? choice.getEditor() : (TextField) node;
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> role(DialogPane pane, int column) {
        return (ComboBox<String>) Nodes.node(pane.getContent(), "mapping-" + column);
    }

    private static List<String> roles(DialogPane pane, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column -> role(pane, column).getValue())
                .toList();
    }

    private static Node start(DialogPane pane) {
        return pane.lookupButton(pane.getButtonTypes().getLast());
    }

    private static String text(DialogPane pane, String id) {
        return ((Label) pane.lookup("#" + id)).getText();
    }

    @SuppressWarnings("unchecked")
    private static List<ImportPreview.Row> rows(DialogPane pane) {
        return List.copyOf(((TableView<ImportPreview.Row>) pane.lookup("#preview-rows")).getItems());
    }

    @Test
    void shouldProposeTheSymbolAndShowTheFirstRows() throws IOException {
        Path file = write("eurusd-2014.csv", QUOTES);
        List<String> seen = in(
                file,
                pane -> List.of(
                        field(pane, "symbol").getText(),
                        text(pane, "preview-format"),
                        text(pane, "preview-problem"),
                        rows(pane).getFirst().cells().getFirst()));
        assertThat(seen.getFirst()).isEqualTo("EURUSD");
        assertThat(seen.get(1)).startsWith("eurusd-2014.csv: csv, comma-separated quotes with a header");
        assertThat(seen.get(2))
                .isEqualTo("1 of the first 3 rows will be rejected: eurusd-2014.csv:3: ask oops is not a number;"
                        + " rejected");
        assertThat(seen.getLast()).isEqualTo("2014-05-01T08:00:00Z");
    }

    @Test
    void shouldShowTheRowsInTheZoneStatedAndSayWhatDoesNotFit() throws IOException {
        Path file = write("eurusd.csv", QUOTES);
        List<String> seen = in(file, pane -> {
            field(pane, "zone").setText("America/Nowhere");
            String problem = text(pane, "problem-import-zone");
            String disabled = "" + start(pane).isDisabled();
            field(pane, "zone").setText("America/New_York");
            typing.pass();
            String first = rows(pane).getFirst().cells().getFirst();
            return List.of(problem, disabled, first, "" + start(pane).isDisabled());
        });
        assertThat(seen.getFirst()).startsWith("'America/Nowhere' is no zone");
        assertThat(seen.subList(1, 4)).containsExactly("true", "2014-05-01T12:00:00Z", "false");
    }

    @Test
    void shouldSayThatTheColumnsStatedAreNotThere() throws IOException {
        Path file = write("eurusd.csv", QUOTES);
        String problem = in(file, pane -> {
            field(pane, "columns").setText("time=time,bid=bid,ask=offer");
            typing.pass();
            return text(pane, "preview-problem");
        });
        assertThat(problem).contains("has no column 'offer'");
    }

    @Test
    void shouldChooseColumnsInStepWithWhatIsTyped() throws IOException {
        Path file = write("eurusd.csv", QUOTES);
        List<Object> seen = in(file, pane -> {
            List<Object> now = new ArrayList<>();
            now.add(roles(pane, 3));
            role(pane, 2).setValue("bid");
            now.add(roles(pane, 3));
            now.add(field(pane, "columns").getText());
            now.add(text(pane, "problem-import-columns"));
            now.add(start(pane).isDisabled());
            role(pane, 1).setValue("ask");
            typing.pass();
            now.add(field(pane, "columns").getText());
            now.add(rows(pane).getFirst().cells().subList(2, 4));
            field(pane, "columns").setText("time=time,price=1,size=ask");
            typing.pass();
            now.add(roles(pane, 3));
            now.add(rows(pane).getFirst().cells().get(1));
            field(pane, "columns").setText("");
            typing.pass();
            now.add(roles(pane, 3));
            return now;
        });
        assertThat(seen.subList(0, 3))
                .containsExactly(List.of("time", "bid", "ask"), List.of("time", "", "bid"), "time=0,bid=2");
        assertThat(seen.get(3)).asString().contains("has to state either time, bid and ask");
        assertThat(seen.subList(4, 10))
                .containsExactly(
                        true,
                        "time=0,ask=1,bid=2",
                        List.of("1.38729", "1.3872"),
                        List.of("time", "price", "size"),
                        "trade",
                        List.of("time", "bid", "ask"));
    }

    @Test
    void shouldOfferTheColumnsOfAFileThatCannotBeReadAsItIs() throws IOException {
        Path file = write("eurusd.csv", "when,left,right,note\n2014-05-01 08:00:00,1.1,1.2,a\n");
        List<String> seen = in(file, pane -> {
            String problem = text(pane, "preview-problem");
            role(pane, 0).setValue("time");
            role(pane, 1).setValue("bid");
            role(pane, 2).setValue("ask");
            typing.pass();
            return List.of(
                    problem,
                    text(pane, "preview-problem"),
                    String.join(" ", rows(pane).getFirst().cells()));
        });
        assertThat(seen.getFirst()).contains("has no header, and its 4 columns cannot be told");
        assertThat(seen.get(1)).isEmpty();
        assertThat(seen.getLast()).startsWith("2014-05-01T08:00:00Z quote 1.1 1.2");
    }

    @Test
    void shouldReplaceOrStopAsStatedBeforeWithoutAsking() throws IOException {
        imports().begin(FilesToImport.ofTicks(write("a.csv", QUOTES), "EURUSD"));
        Path second = write("b.csv", "time,bid,ask\n2014-05-01 08:01:00,1.5,1.6\n");
        imports().begin(stating(second, ImportForm.OverlapRule.STOP));
        assertThat(tasks.message().get()).contains("EURUSD already has ticks");
        assertThat(notices.all()).noneMatch(notice -> notice.text().contains("already has ticks"));
        assertThat(workspace().stored("EURUSD").count()).isEqualTo(2);

        imports().begin(stating(second, ImportForm.OverlapRule.MERGE));
        assertThat(workspace().stored("EURUSD").count()).isEqualTo(3);
        Path third = write("c.csv", "time,bid,ask\n2014-05-01 08:00:00,1.5,1.6\n2014-05-01 08:06:00,1.5,1.6\n");
        imports().begin(stating(third, ImportForm.OverlapRule.REPLACE));
        assertThat(workspace().stored("EURUSD").count()).isEqualTo(2);
    }

    @Test
    void shouldImportBesideAnImportUnderWay() throws IOException {
        Deque<Runnable> background = new ArrayDeque<>();
        Tasks waiting = new Tasks(background::add, Runnable::run);
        Imports imports = new Imports(workspace(), waiting, notices, (symbol, text) -> told.add(symbol));
        imports.begin(FilesToImport.ofTicks(write("a.csv", QUOTES), "EURUSD"));
        imports.begin(FilesToImport.ofTicks(write("b.csv", QUOTES), "GBPUSD"));
        background.forEach(Runnable::run);
        assertThat(told).containsExactly("EURUSD", "GBPUSD");
    }

    private static FilesToImport stating(Path file, ImportForm.OverlapRule rule) {
        return FxThread.call(() -> {
            ImportForm form = new ImportForm(List.of(file));
            form.text(ImportForm.Field.SYMBOL).set("EURUSD");
            form.text(ImportForm.Field.OVERLAP).set(rule.title());
            return form.check().orElseThrow();
        });
    }

    @Test
    void shouldReadBarsOfTheLengthStated() throws IOException {
        Path file = write("spy.csv", "time,open,high,low,close\n2014-05-01 12:01:00,1,3,1,2\n");
        FilesToImport stated = FxThread.call(() -> {
            ImportForm form = new ImportForm(List.of(file));
            form.text(ImportForm.Field.HOLDS).set("soon");
            assertThat(form.check()).isEmpty();
            assertThat(form.problem(ImportForm.Field.HOLDS).get()).isNotEmpty();
            form.text(ImportForm.Field.HOLDS).set("1m");
            form.stampedAtEnd().set(true);
            return form.check().orElseThrow();
        });
        imports().begin(stated);
        StoredData stored = workspace().stored("SPY");
        assertThat(stored.kind()).isEqualTo("1m bars");
        assertThat(stored.firstNs()).isEqualTo(1_398_945_600_000_000_000L); // 12:00 UTC
    }

    @Test
    void shouldRejectCrossedQuotesIfAsked() throws IOException {
        Path file = write("eurusd.csv", QUOTES + "2014-05-01 08:06:00,1.4,1.3\n");
        int rejected = in(file, pane -> {
            ((CheckBox) pane.lookup("#import-crossed")).setSelected(true);
            typing.pass();
            return (int)
                    rows(pane).stream().filter(row -> !row.reason().isEmpty()).count();
        });
        assertThat(rejected).isEqualTo(2);
    }

    @Test
    void shouldOfferWhatIsToBecomeOfAnOverlap() throws IOException {
        Imports imports = imports();
        imports.begin(FilesToImport.ofTicks(write("a.csv", QUOTES), "EURUSD"));
        FilesToImport second =
                FilesToImport.ofTicks(write("b.csv", "time,bid,ask\n2014-05-01 08:01:00,1.5,1.6\n"), "EURUSD");
        imports.begin(second);
        assertThat(tasks.message().get()).contains("EURUSD already has ticks");
        assertThat(workspace().stored("EURUSD").count()).isEqualTo(2);

        Notices.Notice notice = notices.all().getLast();
        assertThat(notice.text()).contains("EURUSD already has ticks").endsWith("; nothing was imported.");
        notices.answer(notice, notice.choices().getLast());

        assertThat(workspace().stored("EURUSD").count()).isEqualTo(3);
        assertThat(told).hasSize(2);
        assertThat(notices.all()).isEmpty();
    }
}
