package ai.backtestr.desktop.sql;

import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.render.table.RowText;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What a statement found, as rows or as a chart. The rows of one are let go of when those of the next are shown.
///
/// Threads: belongs to the FX thread.
final class SqlFound extends StackPane {
    private final SqlRunner runner;
    private final SqlTable table;
    private final SqlLink link;
    private @Nullable SqlRows rows;
    private boolean isChart;

    SqlFound(SqlRunner runner, SqlTable.Sorter sorter, SqlLink link) {
        this.runner = runner;
        this.link = link;
        table = new SqlTable(runner, sorter, this::tellSelected);
    }

    /// Returns what is shown; null before the first.
    @Nullable
    SqlRows rows() {
        return rows;
    }

    /// Shows rows, or takes in that there are more of those shown.
    void show(SqlRows found) {
        SqlRows before = rows;
        rows = found;
        if (found.equals(before)) {
            table.completed();
        } else {
            table.show(found);
            letGo(before);
        }
        showKind();
    }

    private void letGo(@Nullable SqlRows unused) {
        if (unused != null) {
            BackgroundTask<Boolean> closing = new BackgroundTask<>("Deleting rows", control -> {
                unused.close();
                return true;
            });
            runner.startBeside(closing, done -> {});
        }
    }

    /// Shows them as a chart or as rows.
    void asChart(boolean wanted) {
        isChart = wanted;
        showKind();
    }

    private void showKind() {
        SqlRows shown = rows;
        runner.cancel(SqlRunner.Kind.DRAWING);
        if (shown == null || !isChart) {
            getChildren().setAll(table);
            return;
        }
        BackgroundTask<SqlSeries> drawing =
                new BackgroundTask<>("Drawing", control -> SqlSeries.of(shown, control::onCancel));
        runner.start(SqlRunner.Kind.DRAWING, drawing, series -> {
            if (shown.equals(rows) && isChart) {
                getChildren().setAll(drawn(series));
            }
        });
    }

    private static Node drawn(SqlSeries series) {
        return series.lines().isEmpty()
                ? new Label("No column holds numbers that could be drawn.")
                : new SqlChart(series);
    }

    private void tellSelected(RowText row) {
        SqlRows shown = rows;
        if (shown != null && row.timeNs() != SqlMoments.NONE) {
            int symbol = SqlMoments.of(shown.columns()).symbolColumn();
            link.selected(of -> symbol < 0 || of.equals(row.cells().get(symbol)), row.timeNs());
        }
    }

    /// Selects a row, counted from 0, and brings it to the middle.
    void goTo(long row) {
        runner.cancel(SqlRunner.Kind.FINDING);
        table.goTo(row);
    }

    /// Goes to the latest row up to a moment, if there is one.
    ///
    /// @param symbol of the instrument it is to be about; null for any
    /// @param timeNs nanoseconds since the epoch, UTC
    /// @param onNone is called if there is none
    void goToLatest(@Nullable String symbol, long timeNs, Runnable onNone) {
        SqlRows shown = rows;
        if (shown != null) {
            SqlMoments moments = SqlMoments.of(shown.columns());
            BackgroundTask<OptionalLong> finding = new BackgroundTask<>(
                    "Finding a row", control -> moments.latest(shown, symbol, timeNs, control::onCancel));
            runner.start(SqlRunner.Kind.FINDING, finding, row -> {
                if (shown.equals(rows)) {
                    row.ifPresentOrElse(table::goTo, onNone);
                }
            });
        }
    }

    /// Takes away the mark of the column that rows are sorted by.
    void forgetSorting() {
        table.forgetSorting();
    }

    /// Gives the keyboard to the rows.
    void focusRows() {
        table.focusRows();
    }

    /// Reads nothing more and lets go of the rows.
    void close() {
        runner.cancel(SqlRunner.Kind.FINDING);
        runner.cancel(SqlRunner.Kind.DRAWING);
        table.close();
        letGo(rows);
        rows = null;
    }
}
