package ai.backtestr.desktop.table;

import ai.backtestr.desktop.task.TaskControl;
import ai.backtestr.render.table.LongRows;

/// Rows that are counted, filtered or sorted by a task. Any thread.
public interface ArrangedRows extends LongRows {
    /// Counts, filters or sorts them; to be called once. Rows that are there can be read meanwhile.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if they are too many for that
    /// @throws java.util.concurrent.CancellationException if `control` said to stop; the rows found so far stay
    void prepare(TaskControl control);
}
