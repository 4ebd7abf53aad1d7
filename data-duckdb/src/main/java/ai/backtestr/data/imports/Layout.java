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
record Layout(
        char delimiter,
        char point,
        boolean header,
        Columns columns,
        TimeLayout time,
        int priceShift,
        boolean carriesOver,
        SideCode sides) {

    /// Rows laid out the common way, as far as the sample tells it.
    static Layout of(Sample sample, boolean header, Columns columns, TimeLayout time) {
        return new Layout(
                sample.delimiter(), sample.point(), header, columns, time, 0, false, SideCode.of(sample, columns));
    }

    Layout withPriceShift(int places) {
        return new Layout(delimiter, point, header, columns, time, places, carriesOver, sides);
    }

    Layout carryingOver() {
        return new Layout(delimiter, point, header, columns, time, priceShift, true, sides);
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
            default -> "";
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
