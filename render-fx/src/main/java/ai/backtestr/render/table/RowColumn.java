package ai.backtestr.render.table;

/// A column of a [LongTable].
///
/// @param title what stands above it
/// @param width its width at first, in logical pixels
/// @param isNumeric whether it is written to the right
/// @param isTime whether its cells are moments as [ai.backtestr.engine.time.Times#format] writes them, or empty
public record RowColumn(String title, double width, boolean isNumeric, boolean isTime) {
    /// A column of no moments.
    public RowColumn(String title, double width, boolean isNumeric) {
        this(title, width, isNumeric, false);
    }
}
