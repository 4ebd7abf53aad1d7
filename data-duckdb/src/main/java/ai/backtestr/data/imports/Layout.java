package ai.backtestr.data.imports;

/// How a delimited file is laid out.
///
/// @param delimiter the character between two columns
/// @param header whether the first row names the columns
/// @param columns which column holds what
/// @param epoch whether times are counts since the epoch rather than ISO-8601 text
record Layout(char delimiter, boolean header, Columns columns, boolean epoch) {
    /// Says it in words, such as `comma-separated trades with a header`.
    String describe() {
        String separated = switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "pipe";
        };
        return separated + "-separated " + (columns.areQuotes() ? "quotes" : "trades")
                + (header ? " with a header" : " without a header");
    }
}
