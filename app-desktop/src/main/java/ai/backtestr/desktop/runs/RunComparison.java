package ai.backtestr.desktop.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Two runs side by side.
///
/// @param rows what decided them and what came of them, in the order of manifests
public record RunComparison(List<Row> rows) {
    /// What a row is about.
    public enum Group {
        PROGRAM,
        INSTRUMENT,
        DATA,
        STRATEGY,
        PARAMETER,
        SETTING,
        RESULT
    }

    /// One thing of both runs.
    ///
    /// @param name what it is called in manifests
    /// @param left that of the first run; null if it has none
    /// @param right that of the second
    public record Row(
            Group group,
            String name,
            @Nullable String left,
            @Nullable String right) {
        /// Tells whether the two are not the same.
        public boolean differs() {
            return !Objects.equals(left, right);
        }
    }

    /// Lays two runs side by side.
    public static RunComparison of(RunManifest left, RunManifest right) {
        List<Row> rows = new ArrayList<>();
        add(rows, Group.PROGRAM, Map.of("program", left.program()), Map.of("program", right.program()));
        add(rows, Group.INSTRUMENT, instrument(left), instrument(right));
        add(
                rows,
                Group.INSTRUMENT,
                further(left, PortfolioManifest::instrumentRows),
                further(right, PortfolioManifest::instrumentRows));
        add(rows, Group.DATA, data(left), data(right));
        add(
                rows,
                Group.DATA,
                further(left, portfolio -> portfolio.dataRows(left.symbol())),
                further(right, portfolio -> portfolio.dataRows(right.symbol())));
        add(rows, Group.STRATEGY, Map.of("strategy", left.strategy()), Map.of("strategy", right.strategy()));
        add(rows, Group.PARAMETER, left.parameters(), right.parameters());
        add(rows, Group.SETTING, left.settingsByName(), right.settingsByName());
        add(
                rows,
                Group.SETTING,
                further(left, PortfolioManifest::settingRows),
                further(right, PortfolioManifest::settingRows));
        add(rows, Group.RESULT, result(left), result(right));
        return new RunComparison(List.copyOf(rows));
    }

    private static Map<String, String> further(
            RunManifest manifest, Function<PortfolioManifest, Map<String, String>> rows) {
        return manifest.portfolio() == null ? Map.of() : rows.apply(manifest.portfolio());
    }

    private static Map<String, @Nullable String> instrument(RunManifest manifest) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("symbol", manifest.symbol());
        fields.putAll(manifest.instrument());
        return fields;
    }

    private static Map<String, @Nullable String> data(RunManifest manifest) {
        Map<String, @Nullable String> data = new LinkedHashMap<>();
        data.put("range", manifest.range().toString());
        data.putAll(ManifestDocument.withReadableTimes(manifest.data()));
        return data;
    }

    private static Map<String, @Nullable String> result(RunManifest manifest) {
        Map<String, @Nullable String> result = new LinkedHashMap<>();
        result.put("resultHash", manifest.resultHash());
        result.putAll(manifest.statistics());
        return result;
    }

    private static void add(
            List<Row> rows,
            Group group,
            Map<String, ? extends @Nullable String> left,
            Map<String, ? extends @Nullable String> right) {
        Set<String> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        for (String name : names) {
            rows.add(new Row(group, name, left.get(name), right.get(name)));
        }
    }

    /// Tells whether both runs came to the same result.
    public boolean isSameResult() {
        return rows.stream().noneMatch(row -> row.name().equals("resultHash") && row.differs());
    }

    /// Tells whether both runs read the same data, of all their instruments.
    public boolean isOfSameData() {
        return rows.stream()
                .noneMatch(row -> row.group() == Group.DATA && row.name().endsWith("digest") && row.differs());
    }

    /// Returns the rows that differ.
    public List<Row> differences() {
        return rows.stream().filter(Row::differs).toList();
    }

    /// Returns what differs of what decides a result: everything but the result itself.
    public List<Row> causes() {
        return rows.stream()
                .filter(row -> row.group() != Group.RESULT && row.differs())
                .toList();
    }
}
