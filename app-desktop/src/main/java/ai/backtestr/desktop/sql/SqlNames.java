package ai.backtestr.desktop.sql;

import ai.backtestr.data.store.QueryResult;
import ai.backtestr.data.store.TickStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The tables and views of the store and their columns. Immutable.
///
/// @param columns of each table or view, in the order it has them
record SqlNames(Map<String, List<String>> columns) {
    static final SqlNames NONE = new SqlNames(Map.of());

    /// Asks the store. Waits for the disk.
    static SqlNames of(TickStore store) {
        Map<String, List<String>> columns = new TreeMap<>();
        try (QueryResult found = store.query("SELECT table_name, column_name FROM information_schema.columns"
                + " WHERE table_catalog = current_database() AND table_schema = 'main'"
                + " ORDER BY table_name, ordinal_position")) {
            while (found.next()) {
                columns.computeIfAbsent(String.valueOf(found.text(0)), name -> new ArrayList<>())
                        .add(String.valueOf(found.text(1)));
            }
        }
        return new SqlNames(columns);
    }
}
