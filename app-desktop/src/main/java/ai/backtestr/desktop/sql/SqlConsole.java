package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.ExportFormat;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.table.RowPlace;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Exports;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.time.WallClock;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

/// Asks the store in SQL: a statement on the left, what it finds on the right, as rows or as a chart.
///
/// Threads: belongs to the FX thread.
public final class SqlConsole extends BorderPane {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination GO = new KeyCodeCombination(KeyCode.G, KeyCombination.ALT_DOWN);
    private static final int FIELD_COLUMNS = 8;
    private static final int SHOWN_OF_HISTORY = 25;
    private static final int SHOWN_OF_STATEMENT = 90;

    private final Workspace workspace;
    private final SqlRunner runner;
    private final SqlEditor editor = new SqlEditor(this::run);
    private final SqlFound found;
    private final Label told = new Label();
    private final TextField filter = new TextField();
    private final TextField go = new TextField();
    private String asked = ""; // what was run, before it is filtered
    private final Button cancel = new Button("Cancel");
    private final Button export = new Button("Export…");
    private final ToggleButton chart = new ToggleButton("Chart");
    private final MenuButton recent = new MenuButton("History");
    private final SqlHistory history;
    private boolean isOpened;
    private boolean isAsking;
    private long questions;

    /// A console on an open home folder.
    public SqlConsole(Workspace workspace, SqlRunner runner, SqlLink link) {
        this.workspace = workspace;
        this.runner = runner;
        found = new SqlFound(runner, this::sort, link);
        history = new SqlHistory(workspace.home().settings());
        setId("sql");
        getStyleClass().add("sql-console");
        getStylesheets()
                .add(Objects.requireNonNull(SqlConsole.class.getResource("sql.css"))
                        .toExternalForm());
        SplitPane split = new SplitPane(editor, found);
        split.setDividerPositions(0.36);
        setTop(bar());
        setCenter(split);
        tell("Ctrl+Enter runs; views to begin with: ticks, bars_1m, daily_ohlcv, imports, runs", false);
        ready(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        if (FIND.match(event)) {
            filter.requestFocus();
        } else if (GO.match(event)) {
            go.requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    private HBox bar() {
        Button run = new Button("Run");
        run.setId("sql-run");
        run.getStyleClass().addAll("small", "accent");
        run.setTooltip(new Tooltip("Runs the statement, or what is selected of it (Ctrl+Enter)"));
        run.setOnAction(event -> run());
        cancel.setId("sql-cancel");
        cancel.setOnAction(event -> cancel());
        recent.setTooltip(new Tooltip("Statements that were run (Ctrl+Up, Ctrl+Down)"));
        chart.setId("sql-as-chart");
        chart.setTooltip(new Tooltip("Rows as lines: time or the first number along the bottom"));
        chart.setOnAction(event -> found.asChart(chart.isSelected()));
        export.setId("sql-export");
        export.setTooltip(new Tooltip("Writes all rows of the statement to a Parquet or CSV file"));
        export.setOnAction(event -> export());
        filter.setId("sql-filter");
        filter.setPromptText("Filter");
        filter.setPrefColumnCount(FIELD_COLUMNS);
        filter.setAccessibleText("Filter the rows");
        filter.setTooltip(new Tooltip("What a value contains (Ctrl+F); Enter has the store find those rows"));
        filter.setOnAction(event -> filter());
        go.setId("sql-go");
        go.setPromptText("Row or time");
        go.setPrefColumnCount(FIELD_COLUMNS);
        go.setAccessibleText("Go to a time or a row");
        go.setTooltip(new Tooltip(
                "A row's number, or the latest row up to a moment in UTC such as 2020-03-09 14:30 (Alt+G)"));
        go.setOnAction(event -> goToTyped());
        told.setId("sql-told");
        told.getStyleClass().add("note");
        told.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        List.of(cancel, recent, chart, export)
                .forEach(button -> button.getStyleClass().add("small"));
        List.of(run, cancel, recent, chart, export, filter, go)
                .forEach(control -> control.setMinWidth(Region.USE_PREF_SIZE)); // what is told gives way
        HBox bar = new HBox(run, cancel, recent, space, told, filter, go, chart, export);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("sql-bar");
        return bar;
    }

    /// Reads what was run before and what can be named, unless that is known: to be called when the user comes
    /// here.
    public void opened() {
        if (isOpened) {
            return;
        }
        isOpened = true;
        BackgroundTask<List<String>> reading =
                new BackgroundTask<>("Reading statements", control -> history.statements());
        runner.startBeside(reading, this::showHistory);
        BackgroundTask<SqlNames> naming =
                new BackgroundTask<>("Reading names", control -> SqlNames.of(workspace.store()));
        runner.startBeside(naming, editor::setNames);
    }

    private void showHistory(List<String> statements) {
        editor.setHistory(statements);
        recent.setDisable(statements.isEmpty());
        recent.getItems()
                .setAll(statements.stream()
                        .limit(SHOWN_OF_HISTORY)
                        .map(this::item)
                        .toList());
    }

    private MenuItem item(String statement) {
        String line = statement.strip().replaceAll("\\s+", " ");
        MenuItem item =
                new MenuItem(line.length() > SHOWN_OF_STATEMENT ? line.substring(0, SHOWN_OF_STATEMENT) + " …" : line);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> editor.setText(statement));
        return item;
    }

    /// Runs the statement typed, or what is selected of it.
    public void run() {
        String statement = editor.statement().strip();
        if (statement.isEmpty()) {
            tell("Type a SELECT first.", false);
            return;
        }
        remember(statement);
        found.forgetSorting();
        filter.clear();
        asked = statement;
        begin(query -> query.running(statement));
    }

    private void filter() {
        found.forgetSorting();
        String text = filter.getText();
        begin(query -> text.isBlank() ? query.running(asked) : query.filtered(asked, text));
    }

    private void remember(String statement) {
        BackgroundTask<List<String>> keeping = new BackgroundTask<>("Keeping the statement", control -> {
            history.add(statement);
            return history.statements();
        });
        runner.startBeside(keeping, this::showHistory);
    }

    private void begin(Function<SqlQuery, BackgroundTask<SqlAnswer>> question) {
        long number = ++questions;
        SqlQuery query = new SqlQuery(
                workspace,
                rows -> Platform.runLater(() -> showFirst(rows, number)),
                () -> Platform.runLater(() -> stopped(number)));
        isAsking = true;
        ready(true);
        tell("Running…", false);
        runner.start(SqlRunner.Kind.STATEMENT, question.apply(query), this::show);
    }

    private void sort(int column, boolean descending) {
        SqlRows rows = found.rows();
        if (rows != null) {
            begin(query -> column == 0 ? query.running(rows.sql()) : query.sorted(rows.sql(), column, descending));
        }
    }

    private void cancel() {
        runner.cancel(SqlRunner.Kind.STATEMENT);
        stopped(questions);
    }

    /// Takes in that a statement has no answer: it was cancelled, here or in the list of tasks, or failed.
    private void stopped(long number) {
        if (isAsking && number == questions) {
            isAsking = false;
            ready(false);
            SqlRows rows = found.rows();
            tell(rows == null || rows.isComplete() ? "Cancelled." : "Cancelled; these are " + summary(rows), false);
        }
    }

    private void show(SqlAnswer answer) {
        SqlRows rows = answer.rows();
        isAsking = false;
        if (rows != null) {
            found.show(rows);
            tell(summary(rows), false);
        }
        ready(false);
        if (!answer.problem().isEmpty()) {
            tell(rows == null ? answer.problem() : summary(rows) + ": " + answer.problem(), true);
        }
    }

    /// Called while the store goes on to keep all of them.
    private void showFirst(SqlRows rows, long number) {
        if (!isAsking || number != questions) {
            rows.close(); // they are in memory alone so far
            return;
        }
        found.show(rows);
        ready(true);
        tellRows();
    }

    private void tellRows() {
        SqlRows rows = found.rows();
        if (rows != null) {
            tell(summary(rows) + (isAsking ? ", which are being read…" : ""), false);
        }
    }

    /// Goes to the latest row of an instrument that is not after a moment, if the rows have times.
    ///
    /// @param timeNs nanoseconds since the epoch, UTC
    public void goTo(String symbol, long timeNs) {
        found.goToLatest(symbol, timeNs, () -> {});
    }

    private void goToTyped() {
        go.pseudoClassStateChanged(PROBLEM, false);
        try {
            RowPlace place = RowPlace.parse(go.getText(), WallClock.UTC);
            if (place.isTime()) {
                found.goToLatest(null, place.value(), () -> {
                    go.pseudoClassStateChanged(PROBLEM, true);
                    tell("No row has a time that early.", true);
                });
            } else {
                found.goTo(place.value());
            }
            tellRows();
            found.focusRows();
        } catch (ProblemException e) {
            go.pseudoClassStateChanged(PROBLEM, true);
            tell(String.valueOf(e.getMessage()), true);
        }
    }

    private static String summary(SqlRows rows) {
        String count = String.format(Locale.ROOT, "%,d", rows.count());
        return rows.isComplete()
                ? count + " rows" + String.format(Locale.ROOT, " in %,d ms", rows.elapsedNs() / 1_000_000)
                : "the first " + count + " rows of more";
    }

    private void ready(boolean running) {
        cancel.setDisable(!running);
        export.setDisable(running || found.rows() == null);
        filter.setDisable(running || found.rows() == null);
        go.setDisable(found.rows() == null);
        chart.setDisable(found.rows() == null);
    }

    private void tell(String text, boolean isProblem) {
        told.setText(text);
        told.setTooltip(new Tooltip(text));
        told.pseudoClassStateChanged(PROBLEM, isProblem);
    }

    private void export() {
        SqlRows rows = found.rows();
        if (rows == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export all rows");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Parquet", "*.parquet"),
                        new FileChooser.ExtensionFilter("CSV", "*.csv"));
        chooser.setInitialFileName("rows.parquet");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            export(rows, file);
        }
    }

    private void export(SqlRows rows, File file) {
        try {
            Exports exports = new Exports(workspace, file.toPath(), ExportFormat.of(file.toPath()), true);
            runner.startBeside(
                    exports.query(rows.sql()),
                    count -> runner.tell(String.format(Locale.ROOT, "%,d rows are in %s", count, file)));
        } catch (IllegalArgumentException e) {
            tell(String.valueOf(e.getMessage()), true);
        }
    }

    /// Ends what is under way and lets go of the rows.
    public void close() {
        runner.cancel(SqlRunner.Kind.STATEMENT);
        isAsking = false;
        found.close();
    }
}
