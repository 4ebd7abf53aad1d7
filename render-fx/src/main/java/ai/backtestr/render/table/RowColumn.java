package ai.backtestr.render.table;

/// A column of a [LongTable].
///
/// @param title what stands above it
/// @param width its width at first, in logical pixels
/// @param isNumeric whether it is written to the right
public record RowColumn(String title, double width, boolean isNumeric) {}
