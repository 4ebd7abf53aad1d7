package ai.backtestr.desktop.table;

import ai.backtestr.engine.time.WallClock;

/// What a table shows, before it is filtered and sorted. Any thread.
public interface TableContent {
    /// Returns rows that are to be prepared before all of them are there.
    ///
    /// @param filter what the user typed; blank for all rows
    /// @param clock the clock whose times are typed
    /// @param column whose order they are to have, -1 for their own
    /// @throws ai.backtestr.desktop.problem.ProblemException if the filter is not understood
    ArrangedRows arrange(String filter, WallClock clock, int column, boolean descending);

    /// Returns what can be typed to filter the rows, in words.
    String filterHint();

    /// Closes what the rows are read from; it may wait for a piece of reading to end.
    void close();
}
