package ai.backtestr.desktop.window;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.runs.RunListing;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.chart.ChartTheme;
import ai.backtestr.render.chart.EquityOverlay;
import java.io.File;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Lists the runs that are kept: to search, open, run again, compare, export, tag, note and delete. The window can be
/// used beside it.
final class RunsDialog {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 640;
    private static final int STARTED = 1;
    private static final int SECONDS_LENGTH = "2013-11-25T00:00:00".length();

    private final KeptRuns runs;
    private final Consumer<StoredRun> onOpen;
    private final Dialog<Void> dialog = new Dialog<>();
    private final TableView<StoredRun> table = new TableView<>();
    private final RunsComparisonPane comparison;
    private final TextField tags = new TextField();
    private final TextField note = new TextField();
    private final Subscription following;
    private WallClock clock = WallClock.UTC;

    /// @param theme the colours of curves
    /// @param preferred what the user prefers
    RunsDialog(Window owner, KeptRuns runs, ChartTheme theme, Preferred preferred, Consumer<StoredRun> onOpen) {
        this.runs = runs;
        this.onOpen = onOpen;
        comparison = new RunsComparisonPane(runs, theme);
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Kept runs");
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
        dialog.getDialogPane().setId("runs-dialog");
        following = preferred
                .clock()
                .subscribe(this::showTimes)
                .and(preferred.textScale().subscribe(comparison::setTextScale))
                .and(runs.follow());
        dialog.setOnHidden(event -> following.unsubscribe());
    }

    private void showTimes(WallClock now) {
        clock = now;
        table.getColumns().get(STARTED).setText("started (" + now.name() + ")");
        table.refresh();
        comparison.setClock(now);
    }

    private VBox content() {
        addColumns();
        table.setItems(runs.found());
        table.setId("runs-table");
        table.setAccessibleText("Kept runs");
        table.setPlaceholder(new Label("No run is kept that matches."));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().selectedItemProperty().subscribe(this::describe);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(comparison, Priority.ALWAYS);
        VBox content = new VBox(bar(), description(), table, comparison);
        content.getStyleClass().add("form");
        return content;
    }

    private void describe(@Nullable StoredRun run) {
        tags.setText(run == null ? "" : String.join(" ", run.tags()));
        note.setText(run == null ? "" : run.note());
    }

    private void addColumns() {
        column(table, "run", 48, run -> Integer.toString(run.id()));
        column(
                table,
                "started",
                160,
                run -> clock.formatLocal(run.run().startedNs()).substring(0, SECONDS_LENGTH));
        column(table, "symbol", 84, run -> run.run().symbol());
        column(table, "strategy", 120, run -> run.run().strategy());
        column(table, "parameters", 250, RunListing::parameters);
        column(
                table,
                "net profit",
                110,
                run -> FigureText.decimal(run.run().figures().netProfit()) + " "
                        + run.run().figures().currency());
        column(table, "return %", 80, run -> number(run.run().figures().returnPercent()));
        column(table, "drawdown %", 112, run -> number(run.run().figures().maxDrawdownPercent()));
        column(table, "sharpe", 70, run -> number(run.run().figures().sharpe()));
        column(table, "trades", 64, run -> FigureText.count(run.run().figures().trades()));
        column(table, "tags", 100, run -> String.join(" ", run.tags()));
        column(table, "note", 140, StoredRun::note);
    }

    private static String number(@Nullable Double value) {
        return value == null ? FigureText.UNDEFINED : FigureText.decimal(BigDecimal.valueOf(value));
    }

    private static <T> void column(TableView<T> table, String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        table.getColumns().add(column);
    }

    private HBox bar() {
        TextField search = new TextField();
        search.setId("runs-search");
        search.setPromptText("Search symbol, strategy, parameter, tag, note");
        search.setAccessibleText("Search runs");
        search.textProperty().bindBidirectional(runs.search());
        HBox.setHgrow(search, Priority.ALWAYS);
        Button open = button("runs-open", "Open", 1, 1, all -> onOpen.accept(all.getFirst()));
        Button again = button("runs-again", "Run again", 1, EquityOverlay.MOST_LINES, comparison::again);
        again.setTooltip(new Tooltip("Runs what was kept once more, and tells whether the result is the same"));
        Button compare = button("runs-compare", "Compare", 2, EquityOverlay.MOST_LINES, comparison::show);
        Button delete = button("runs-delete", "Delete", 1, Integer.MAX_VALUE, runs::remove);
        Button undo = new Button("Undo");
        undo.setId("runs-undo");
        undo.disableProperty().bind(runs.undoable().not());
        undo.setOnAction(event -> runs.undo());
        return line(search, open, again, compare, export(), delete, undo);
    }

    private HBox description() {
        tags.setId("runs-tags");
        tags.setPromptText("Tags");
        tags.setAccessibleText("Tags of the run selected");
        HBox.setHgrow(tags, Priority.ALWAYS);
        HBox.setHgrow(note, Priority.ALWAYS);
        Button tag = button("runs-tag", "Tag", 1, 1, all -> runs.tag(all.getFirst(), tags.getText()));
        tags.setOnAction(event -> tag.fire());
        return line(tags, tag, note, setNote());
    }

    private static HBox line(Node... controls) {
        HBox line = new HBox(controls);
        line.getStyleClass().add("form-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private MenuButton export() {
        MenuItem reports = new MenuItem("Reports, tables and manifests to a folder…");
        reports.setOnAction(event -> exportReports());
        MenuItem list = new MenuItem("List to a CSV or JSON file…");
        list.setOnAction(event -> exportList());
        MenuButton export = new MenuButton("Export…");
        export.getItems().setAll(reports, list);
        export.setId("runs-export");
        enableWith(export, 1, Integer.MAX_VALUE);
        return export;
    }

    private void exportReports() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Export runs to a folder");
        File folder = chooser.showDialog(dialog.getDialogPane().getScene().getWindow());
        if (folder != null) {
            runs.export(selected(), folder.toPath());
        }
    }

    private void exportList() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export runs to a file");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("CSV", "*.csv"),
                        new FileChooser.ExtensionFilter("JSON", "*.json"));
        chooser.setInitialFileName("runs.csv");
        File file = chooser.showSaveDialog(dialog.getDialogPane().getScene().getWindow());
        if (file != null) {
            runs.list(selected(), file.toPath());
        }
    }

    private List<StoredRun> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private Button setNote() {
        Button set = button("runs-set-note", "Set note", 1, Integer.MAX_VALUE, all -> runs.note(all, note.getText()));
        set.setTooltip(new Tooltip("Sets the note of all runs selected; an empty one removes it"));
        note.setId("runs-note");
        note.setPromptText("Note");
        note.setAccessibleText("Note of the runs selected");
        note.setTooltip(new Tooltip("The note of the runs selected; Enter sets it"));
        note.setOnAction(event -> set.fire());
        return set;
    }

    private Button button(String id, String text, int least, int most, Consumer<List<StoredRun>> action) {
        Button button = new Button(text);
        button.setId(id);
        enableWith(button, least, most);
        button.setOnAction(event -> action.accept(selected()));
        return button;
    }

    private void enableWith(Node control, int least, int most) {
        ObservableList<StoredRun> selected = table.getSelectionModel().getSelectedItems();
        control.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> selected.size() < least || selected.size() > most, selected));
    }

    void show() {
        dialog.show();
    }

    Dialog<Void> dialog() {
        return dialog;
    }
}
