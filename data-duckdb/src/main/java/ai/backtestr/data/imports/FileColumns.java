package ai.backtestr.data.imports;

import java.util.List;

/// The columns of a file to import, as they stand in it, and what each is taken for.
///
/// @param columns the columns, from the left; none of a file that has no columns, such as `bi5`
public record FileColumns(List<Column> columns) {
    /// How many values of a column are shown.
    public static final int VALUES = 3;

    /// Of a file without columns.
    public static final FileColumns NONE = new FileColumns(List.of());

    /// A column.
    ///
    /// @param name its name in the header; empty if there is no header
    /// @param values its first values, at most [#VALUES]
    /// @param role what it is taken for, as [ColumnChoice] writes it; empty if it is not read, or if the file
    ///     cannot be read as it is stated
    public record Column(String name, List<String> values, String role) {
        public Column {
            values = List.copyOf(values);
        }
    }

    public FileColumns {
        columns = List.copyOf(columns);
    }
}
