package ai.backtestr.data.imports;

/// How the rows of a file are laid out.
///
/// @param delimiter the character between two columns
/// @param point the decimal point
/// @param header whether the first row names the columns
/// @param columns which column holds what
/// @param time how times are written
/// @param priceShift by how many places the point of prices is to be moved to the left
/// @param carriesOver whether an empty bid or ask is that of the row above
/// @param sides how a trade's side is written
/// @param symbol what rows are taken of, as a column of symbols has it; empty if that of the first row is
record Layout(
        char delimiter,
        char point,
        boolean header,
        Columns columns,
        TimeLayout time,
        int priceShift,
        boolean carriesOver,
        SideCode sides,
        String symbol) {

    /// Rows laid out the common way, as far as the sample tells it.
    static Layout of(Sample sample, boolean header, Columns columns, TimeLayout time) {
        return new Layout(
                sample.delimiter(), sample.point(), header, columns, time, 0, false, SideCode.of(sample, columns), "");
    }

    Layout withPriceShift(int places) {
        return new Layout(delimiter, point, header, columns, time, places, carriesOver, sides, symbol);
    }

    Layout carryingOver() {
        return new Layout(delimiter, point, header, columns, time, priceShift, true, sides, symbol);
    }

    /// Takes the rows of the symbol that is asked for, where the sample has any.
    Layout withSymbol(Sample sample, Request request) {
        int column = columns.at(ColumnRole.SYMBOL);
        String asked = ColumnRole.plain(request.symbol());
        String found = sample.rows().stream()
                .skip(header ? 1 : 0)
                .filter(row -> column != Columns.NONE && column < row.size())
                .map(row -> row.get(column))
                .filter(text -> ColumnRole.plain(text).equals(asked))
                .findFirst()
                .orElse("");
        return new Layout(delimiter, point, header, columns, time, priceShift, carriesOver, sides, found);
    }

    /// Says in words what a file of that format is.
    String describe(String format) {
        String written = time.describe();
        return format + ", " + describe() + (written.isEmpty() ? "" : ", " + written);
    }

    /// Such as `comma-separated trades with a header`.
    private String describe() {
        String separated = switch (delimiter) {
            case ',' -> "comma-separated ";
            case ';' -> "semicolon-separated ";
            case '\t' -> "tab-separated ";
            case '|' -> "pipe-separated ";
            case ' ' -> "space-separated ";
            case 0 -> "";
            default -> "'" + delimiter + "'-separated ";
        };
        String kinds = columns.haveBars()
                ? "bars"
                : columns.haveQuotes() && columns.haveTrades()
                        ? "quotes and trades"
                        : columns.haveQuotes() ? "quotes" : "trades";
        String headed = separated.isEmpty() ? "" : header ? " with a header" : " without a header";
        String comma = point == ',' ? ", decimal comma" : "";
        String scaled = priceShift == 0 ? "" : ", prices count 10^-" + priceShift;
        return separated + kinds + headed + comma + scaled;
    }
}
