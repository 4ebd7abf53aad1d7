package ai.backtestr.desktop.window;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.table.ArrangedRows;
import ai.backtestr.desktop.table.RowPlace;
import ai.backtestr.desktop.table.RowsByClock;
import ai.backtestr.desktop.table.RowsFile;
import ai.backtestr.desktop.table.TableContent;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.table.LongTable;
import java.io.File;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A table of any number of rows with what can be done with them: filter, sort, go to a moment or a row, copy,
/// export. Rows are counted, filtered and sorted in the background; those found so far are shown meanwhile.
///
/// Threads: belongs to the FX thread.
final class TablePane extends BorderPane {
    private record Arranging(TablePane of) implements Tasks.Track {}

    private record Copying(TablePane of) implements Tasks.Track {}

    private record Exporting(TablePane of) implements Tasks.Track {}

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination GO = new KeyCodeCombination(KeyCode.G, KeyCombination.ALT_DOWN);
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final Duration LOOK = Duration.millis(120);

    private final Tasks tasks;
    private final String name;
    private final LongTable table;
    private final TextField filter = new TextField();
    private final TextField go = new TextField();
    private final Tooltip goHelp = new Tooltip();
    private final Label count = new Label();
    private final Button export = new Button("Export…");
    private final HBox bar = new HBox();
    private final Tasks.Track arranging = new Arranging(this);
    private final Timeline looking = new Timeline();
    private @Nullable TableContent content;
    private @Nullable ArrangedRows shown;
    private WallClock clock = WallClock.UTC;
    private int sortColumn = -1;
    private boolean descending;
    private boolean complete;
    private @Nullable Runnable onceComplete;

    /// @param id that of the table; of the fields it is the beginning
    TablePane(Tasks tasks, String id, String name) {
        this.tasks = tasks;
        this.name = name;
        table = new LongTable(name);
        table.setId(id);
        table.setOnProblem(problem -> tasks.tellError(
                ProblemException.explain(problem).orElseGet(() -> name + " cannot be read: " + problem)));
        table.setOnMoved(this::tell);
        table.setSorter((column, isDescending) -> {
            sortColumn = column;
            descending = isDescending;
            arrange();
        });
        filter.setId(id + "-filter");
        filter.setPromptText("Filter");
        filter.setAccessibleText("Filter " + name);
        filter.setOnAction(event -> arrange());
        filter.setPrefWidth(300);
        go.setId(id + "-go");
        go.setPromptText("Go to time or row");
        go.setAccessibleText("Go to a time or a row of " + name);
        go.setTooltip(goHelp);
        setClock(clock);
        go.setOnAction(event -> goToTyped());
        go.setPrefWidth(210);
        count.setId(id + "-count");
        count.getStyleClass().add("note");
        count.setMinWidth(0);
        export.setId(id + "-export");
        export.getStyleClass().addAll("small", "flat");
        export.setTooltip(new Tooltip("Writes all rows of the table to a CSV file"));
        export.setOnAction(event -> export());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren().addAll(filter, go, count, space, export);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("table-bar");
        setTop(bar);
        setCenter(table);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        looking.setCycleCount(Animation.INDEFINITE);
        showNothing("");
    }

    /// Sets the clock whose times are shown, typed and filtered by; what is copied and exported stays in UTC.
    void setClock(WallClock newClock) {
        clock = newClock;
        goHelp.setText("A row's number, a day, or a moment in " + newClock.name()
                + " such as 2020-03-09 14:30:05.250 (Alt+G)");
        if (shown != null) {
            table.show(RowsByClock.of(shown, newClock));
        }
        if (!filter.getText().isBlank()) {
            arrange();
        }
    }

    /// Shows something else, all of it in its own order.
    void show(TableContent now) {
        forget();
        content = now;
        filter.setTooltip(new Tooltip(now.filterHint() + " (Ctrl+F); Enter filters"));
        arrange();
    }

    /// Shows nothing.
    ///
    /// @param why what stands in place of rows
    void showNothing(String why) {
        forget();
        table.showNothing(why);
    }

    private void forget() {
        TableContent before = content;
        tasks.cancel(arranging);
        looking.stop();
        content = null;
        shown = null;
        onceComplete = null;
        sortColumn = -1;
        descending = false;
        table.forgetSorting();
        filter.clear();
        filter.pseudoClassStateChanged(DANGER, false);
        bar.setDisable(true);
        count.setText("");
        if (before != null) {
            tasks.background(before::close);
        }
    }

    /// Filters and sorts anew, as typed and clicked. What was shown stays until there is a first row.
    private void arrange() {
        TableContent of = content;
        if (of == null) {
            return;
        }
        try {
            ArrangedRows rows = of.arrange(filter.getText(), clock, sortColumn, descending);
            filter.pseudoClassStateChanged(DANGER, false);
            begin(rows);
        } catch (ProblemException e) {
            filter.pseudoClassStateChanged(DANGER, true);
            tasks.tellError(String.valueOf(e.getMessage()));
        }
    }

    private void begin(ArrangedRows rows) {
        bar.setDisable(false);
        complete = false;
        onceComplete = null;
        AtomicBoolean ended = new AtomicBoolean();
        BackgroundTask<Boolean> preparing = new BackgroundTask<>(name, control -> {
            try {
                rows.prepare(control);
                return true;
            } finally {
                ended.set(true);
            }
        });
        looking.getKeyFrames().setAll(new KeyFrame(LOOK, event -> look(rows, ended.get())));
        looking.playFromStart();
        tasks.start(arranging, preparing, done -> {
            complete = true;
            look(rows, true);
            if (onceComplete != null) {
                onceComplete.run();
            }
        });
    }

    /// Shows the rows found so far. Those before stay until there is one.
    ///
    /// @param ended whether no more will be found
    private void look(ArrangedRows rows, boolean ended) {
        if (!rows.equals(shown) && (complete || rows.count() > 0)) {
            shown = rows;
            table.show(RowsByClock.of(rows, clock));
        } else if (rows.equals(shown)) {
            table.rowsGrew();
        }
        if (ended) {
            looking.stop();
        }
        tell();
    }

    private void tell() {
        long selected = table.selectedTo() - table.selectedFrom();
        count.setText(FigureText.count(table.rowCount())
                + (complete ? " rows" : isLooking() ? " rows so far…" : " rows, not all of them")
                + (selected > 1 ? ", " + FigureText.count(selected) + " selected" : ""));
    }

    private boolean isLooking() {
        return looking.getStatus() == Animation.Status.RUNNING;
    }

    private void press(KeyEvent event) {
        boolean inField = event.getTarget() instanceof TextField;
        if (FIND.match(event)) {
            filter.requestFocus();
        } else if (GO.match(event)) {
            go.requestFocus();
        } else if (COPY.match(event) && !inField) {
            copy();
        } else if (inField && event.getCode() == KeyCode.ESCAPE) {
            filter.clear();
            arrange();
            table.focusRows();
        } else {
            return;
        }
        event.consume();
    }

    private void goToTyped() {
        go.pseudoClassStateChanged(DANGER, false);
        try {
            RowPlace place = RowPlace.parse(go.getText(), clock);
            if (place.isTime()) {
                goTo(place.value(), false);
            } else {
                table.goToRow(place.value());
            }
            table.focusRows();
        } catch (ProblemException e) {
            go.pseudoClassStateChanged(DANGER, true);
            tasks.tellError(String.valueOf(e.getMessage()));
        }
    }

    /// Goes to a moment, and to the same again should there be more rows by the time that all are counted.
    ///
    /// @param orBefore whether the row that stood then is meant, rather than the first from then on
    void goTo(long timeNs, boolean orBefore) {
        if (shown != null) {
            table.goToTime(timeNs, orBefore);
        }
        onceComplete = complete
                ? null
                : () -> {
                    onceComplete = null;
                    table.goToTime(timeNs, orBefore);
                };
    }

    /// Filters as if that were typed; empty for all rows.
    void filter(String text) {
        filter.setText(text);
        arrange();
    }

    private void copy() {
        ArrangedRows rows = shown;
        if (rows != null && table.selectedFrom() >= 0) {
            long selected = table.selectedTo() - table.selectedFrom();
            tasks.start(new Copying(this), RowsFile.copying(rows, table.selectedFrom(), table.selectedTo()), text -> {
                ClipboardContent clipboard = new ClipboardContent();
                clipboard.putString(text);
                Clipboard.getSystemClipboard().setContent(clipboard);
                tasks.tell(FigureText.count(selected) + (selected == 1 ? " row is" : " rows are") + " copied.");
            });
        }
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export rows");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        chooser.setInitialFileName(Objects.requireNonNull(table.getId()) + ".csv");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            export(file);
        }
    }

    /// Writes the rows as they are filtered and sorted; those counted so far where counting goes on.
    void export(File file) {
        ArrangedRows rows = shown;
        if (rows != null) {
            tasks.start(
                    new Exporting(this),
                    RowsFile.writing(rows, file.toPath()),
                    written -> tasks.tell(FigureText.count(written) + " rows are in " + file));
        }
    }

    LongTable table() {
        return table;
    }

    /// Whether all rows are counted, filtered and sorted.
    boolean isComplete() {
        return complete;
    }

    /// Reads nothing more.
    void close() {
        forget();
        table.close();
    }
}
