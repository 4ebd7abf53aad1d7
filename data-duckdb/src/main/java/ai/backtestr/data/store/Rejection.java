package ai.backtestr.data.store;

/// A row that was not taken.
///
/// @param file name of the file it stands in
/// @param line the line it begins on or, in a file without lines, the number of the record, counted from 1
/// @param reason what is wrong with it, such as `ask 1.07x is not a number`
public record Rejection(String file, long line, String reason) {
    /// How many of an import are kept; all are counted.
    public static final int KEPT = 1000;

    /// Writes it out: `eurusd.csv:18234: ask 1.07x is not a number; rejected`.
    public String describe() {
        return file + ":" + line + ": " + reason + "; rejected";
    }
}
