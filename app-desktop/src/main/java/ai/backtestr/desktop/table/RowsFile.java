package ai.backtestr.desktop.table;

import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.report.CsvText;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.desktop.task.TaskProgress;
import ai.backtestr.render.table.LongRows;
import ai.backtestr.render.table.RowColumn;
import ai.backtestr.render.table.RowText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Writes rows of a table as text: under the titles of their columns, each cell whole.
public final class RowsFile {
    /// The most rows that are copied at once.
    public static final int MOST_COPIED = 200_000;

    private static final int ROWS_AT_ONCE = 4096;

    private RowsFile() {}

    /// Writes all rows to a CSV file, which appears complete or not at all.
    ///
    /// @return a task whose result is the number of rows
    public static BackgroundTask<Long> writing(LongRows rows, Path file) {
        return new BackgroundTask<>(
                "Exporting " + file.getFileName(),
                control -> PlacedFile.fill(file, partial -> write(rows, partial, control)));
    }

    private static long write(LongRows rows, Path file, TaskControl control) {
        long count = rows.count();
        try (Writer out = Files.newBufferedWriter(file)) {
            CsvText.write(out, csv -> {
                csv.writeRecord(titles(rows));
                forEach(rows, 0, count, control, row -> csv.writeRecord(row.cells()));
            });
        } catch (IOException e) {
            throw ProblemException.of(file + " cannot be written", e);
        }
        return count;
    }

    /// Writes some rows separated by tabs, as they are copied.
    ///
    /// @param to the row after the last
    public static BackgroundTask<String> copying(LongRows rows, long from, long to) {
        return new BackgroundTask<>("Copying", control -> {
            if (to - from > MOST_COPIED) {
                throw new ProblemException(String.format(
                        "%,d rows are too many to copy, %,d go; export them to a file", to - from, MOST_COPIED));
            }
            StringBuilder text = new StringBuilder(String.join("\t", titles(rows))).append('\n');
            forEach(
                    rows,
                    from,
                    to,
                    control,
                    row -> text.append(String.join("\t", row.cells())).append('\n'));
            return text.toString();
        });
    }

    private static List<String> titles(LongRows rows) {
        return rows.columns().stream().map(RowColumn::title).toList();
    }

    private static void forEach(LongRows rows, long from, long to, TaskControl control, Consumer<RowText> taker) {
        for (long row = from; row < to; row += ROWS_AT_ONCE) {
            control.throwIfCancelled();
            control.report(new TaskProgress(row - from, to - from, "rows"));
            rows.read(row, (int) Math.min(ROWS_AT_ONCE, to - row), control::isCancelled)
                    .forEach(taker);
        }
        control.report(TaskProgress.UNKNOWN);
    }
}
