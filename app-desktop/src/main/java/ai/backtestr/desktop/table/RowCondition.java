package ai.backtestr.desktop.table;

/// Holds for rows whose number in a column is within bounds.
///
/// @param column its place
/// @param least the least number, itself included
/// @param most the greatest, itself included; less than `least` for no number at all
record RowCondition(int column, long least, long most) {}
