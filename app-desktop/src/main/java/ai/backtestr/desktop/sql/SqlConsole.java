package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.ExportFormat;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.Exports;
import ai.backtestr.desktop.workspace.Workspace;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Asks the store in SQL: a statement on the left, what it finds on the right, as rows or as a chart.
///
/// Threads: belongs to the FX thread.
public final class SqlConsole extends BorderPane {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final int SHOWN_OF_HISTORY = 25;
    private static final int SHOWN_OF_STATEMENT = 90;

    private final Workspace workspace;
    private final SqlRunner runner;
    private final SqlQuery query;
    private final SqlEditor editor = new SqlEditor(this::run);
    private final SqlTable table = new SqlTable(this::sort, this::tellSelected);
    private final StackPane found = new StackPane();
    private final Label told = new Label();
    private final TextField filter = new TextField();
    private String asked = ""; // what was run, before it is filtered
    private final Button cancel = new Button("Cancel");
    private final Button export = new Button("Export…");
    private final ToggleButton chart = new ToggleButton("Chart");
    private final MenuButton recent = new MenuButton("History");
    private final SqlHistory history;
    private final SqlLink link;
    private boolean isOpened;
    private @Nullable SqlRows shown;

    /// A console on an open home folder.
    public SqlConsole(Workspace workspace, SqlRunner runner, SqlLink link) {
        this.workspace = workspace;
        this.runner = runner;
        this.link = link;
        query = new SqlQuery(workspace);
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
        chart.setOnAction(event -> showFound());
        export.setId("sql-export");
        export.setTooltip(new Tooltip("Writes all rows of the statement to a Parquet or CSV file"));
        export.setOnAction(event -> export());
        filter.setId("sql-filter");
        filter.setPromptText("Filter");
        filter.setAccessibleText("Filter the rows");
        filter.setTooltip(new Tooltip("What a value contains; Enter has the store find those rows"));
        filter.setOnAction(event -> filter());
        told.setId("sql-told");
        told.getStyleClass().add("note");
        told.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        List.of(cancel, recent, chart, export)
                .forEach(button -> button.getStyleClass().add("small"));
        List.of(run, cancel, recent, chart, export, filter)
                .forEach(control -> control.setMinWidth(Region.USE_PREF_SIZE)); // what is told gives way
        HBox bar = new HBox(run, cancel, recent, space, told, filter, chart, export);
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
        table.getSortOrder().clear();
        filter.clear();
        asked = statement;
        begin(query.running(statement));
    }

    private void filter() {
        table.getSortOrder().clear();
        begin(filter.getText().isBlank() ? query.running(asked) : query.filtered(asked, filter.getText()));
    }

    private void remember(String statement) {
        BackgroundTask<List<String>> keeping = new BackgroundTask<>("Keeping the statement", control -> {
            history.add(statement);
            return history.statements();
        });
        runner.startBeside(keeping, this::showHistory);
    }

    private void begin(BackgroundTask<SqlAnswer> task) {
        ready(true);
        tell("Running…", false);
        runner.start(task, this::show);
    }

    private void sort(int column, boolean descending) {
        SqlRows rows = shown;
        if (rows != null) {
            begin(column == 0 ? query.running(rows.sql()) : query.sorted(rows.sql(), column, descending));
        }
    }

    private void cancel() {
        runner.cancel();
        ready(false);
        tell("Cancelled.", false);
    }

    private void show(SqlAnswer answer) {
        SqlRows rows = answer.rows();
        if (rows == null) {
            ready(false);
            tell(answer.problem(), true);
            return;
        }
        shown = rows;
        ready(false);
        tell(summary(rows), false);
        table.show(rows);
        showFound();
    }

    private void tellSelected(int row) {
        SqlMoments moments = moments();
        moments.timeNs(row).ifPresent(timeNs -> link.selected(symbol -> moments.isOf(row, symbol), timeNs));
    }

    /// Goes to the latest row of an instrument that is not after a moment, if the rows have times.
    ///
    /// @param timeNs nanoseconds since the epoch, UTC
    public void goTo(String symbol, long timeNs) {
        moments().atOrBefore(symbol, timeNs).ifPresent(table::goTo);
    }

    private SqlMoments moments() {
        return shown == null ? SqlMoments.of(List.of(), List.of()) : shown.moments();
    }

    private static String summary(SqlRows rows) {
        String count = String.format(Locale.ROOT, "%,d", rows.rows().size());
        return (rows.complete() ? count + " rows" : "the first " + count + " rows; there are more, export has all")
                + String.format(Locale.ROOT, " in %,d ms", rows.elapsedNs() / 1_000_000);
    }

    private void showFound() {
        SqlRows rows = shown;
        if (rows == null || !chart.isSelected()) {
            found.getChildren().setAll(table);
            return;
        }
        BackgroundTask<SqlSeries> drawing = new BackgroundTask<>("Drawing", control -> SqlSeries.of(rows));
        runner.start(
                drawing,
                series -> found.getChildren()
                        .setAll(
                                series.lines().isEmpty()
                                        ? new Label("No column holds numbers that could be drawn.")
                                        : new SqlChart(series)));
    }

    private void ready(boolean running) {
        cancel.setDisable(!running);
        export.setDisable(running || shown == null);
        filter.setDisable(running || shown == null);
        chart.setDisable(running || shown == null);
    }

    private void tell(String text, boolean isProblem) {
        told.setText(text);
        told.setTooltip(new Tooltip(text));
        told.pseudoClassStateChanged(PROBLEM, isProblem);
    }

    private void export() {
        SqlRows rows = shown;
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
}
