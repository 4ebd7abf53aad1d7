package ai.backtestr.data.imports;

import java.util.List;

/// What an import would make of the first rows of a file; nothing is stored. Whatever rows further down decide,
/// such as how many decimals a new instrument keeps, can still turn out otherwise.
///
/// @param file name of the file looked at, the first
/// @param files how many files there are to import
/// @param format its format and layout, in words
/// @param columns the names of the cells
/// @param rows the first rows as they will be read
/// @param rowsRead how many rows were looked at
/// @param rejected how many of them will be rejected
/// @param firstRejection the first of those, in words; empty if there is none
public record ImportPreview(
        String file,
        int files,
        String format,
        List<String> columns,
        List<Row> rows,
        int rowsRead,
        int rejected,
        String firstRejection) {
    /// How many rows are shown.
    public static final int SHOWN = 20;

    /// A row.
    ///
    /// @param line the line it begins on, from 1
    /// @param cells its cells; empty if it will be rejected
    /// @param reason why it will be rejected; empty if it is taken
    public record Row(long line, List<String> cells, String reason) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public ImportPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
