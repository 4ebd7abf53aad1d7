package ai.backtestr.desktop.runs;

import ai.backtestr.desktop.runs.RunComparison.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Any number of runs side by side.
///
/// @param rows what decided them and what came of them, in the order of manifests
public record RunsSideBySide(List<Row> rows) {
    /// One thing of all runs.
    ///
    /// @param name what it is called in manifests
    /// @param values that of each run; null if it has none
    public record Row(Group group, String name, List<@Nullable String> values) {
        /// Tells whether they are not all the same.
        public boolean differs() {
            return values.stream().distinct().count() > 1;
        }
    }

    private record Key(Group group, String name) {}

    /// Lays runs side by side.
    ///
    /// @param runs two or more
    public static RunsSideBySide of(List<RunManifest> runs) {
        Map<Key, List<@Nullable String>> values = new LinkedHashMap<>();
        for (int i = 1; i < runs.size(); i++) {
            for (RunComparison.Row row :
                    RunComparison.of(runs.getFirst(), runs.get(i)).rows()) {
                List<@Nullable String> of = values.computeIfAbsent(
                        new Key(row.group(), row.name()),
                        key -> new ArrayList<>(Collections.nCopies(runs.size(), null)));
                of.set(0, row.left());
                of.set(i, row.right());
            }
        }
        return new RunsSideBySide(values.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey().group(), entry.getKey().name(), Collections.unmodifiableList(entry.getValue())))
                .sorted((a, b) -> a.group().compareTo(b.group()))
                .toList());
    }

    /// Returns the rows that differ.
    public List<Row> differences() {
        return rows.stream().filter(Row::differs).toList();
    }
}
