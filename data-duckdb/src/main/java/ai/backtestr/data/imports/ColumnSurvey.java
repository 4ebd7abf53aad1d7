package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at the columns of a file, whether or not it can be read as it is stated.
final class ColumnSurvey {
    private ColumnSurvey() {}

    static FileColumns ofTicks(SourceFile file, Request request) {
        return of(file, () -> layout(TickFormats.open(file, request)));
    }

    private static Optional<Layout> layout(TickFile opened) {
        return switch (opened) {
            case TextFile text -> Optional.of(text.layout());
            case RowsFile rows -> Optional.of(rows.layout());
            default -> Optional.empty();
        };
    }

    /// @param layout how the file is read; it may throw a [StoreException] if it cannot be
    static FileColumns of(SourceFile file, Supplier<Optional<Layout>> layout) {
        if (file.openBytes() == 0 || TickFormats.hasNoColumns(file)) {
            return FileColumns.NONE;
        }
        boolean isParquet = new Parquet().recognises(file);
        Sample sample = isParquet ? ParquetRows.sample(file) : Sample.of(file);
        try {
            return layout.get()
                    .map(found ->
                            columns(sample, found.header(), found.columns().roles()))
                    .orElse(FileColumns.NONE);
        } catch (StoreException e) {
            return columns(sample, isParquet || sample.startsWithNames(), List.of());
        }
    }

    /// @param roles what each column is taken for; empty if that is not known
    private static FileColumns columns(Sample sample, boolean header, List<String> roles) {
        List<List<String>> data =
                sample.rows().subList(header ? 1 : 0, sample.rows().size());
        List<String> names = header ? sample.first() : List.of();
        int count = Math.max(names.size(), data.isEmpty() ? 0 : data.getFirst().size());
        List<FileColumns.Column> columns = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            columns.add(new FileColumns.Column(at(names, place), values(data, place), at(roles, place)));
        }
        return new FileColumns(columns);
    }

    private static List<String> values(List<List<String>> data, int place) {
        return data.stream()
                .limit(FileColumns.VALUES)
                .map(row -> at(row, place))
                .toList();
    }

    private static String at(List<String> texts, int place) {
        return place < texts.size() ? texts.get(place) : "";
    }
}
