package ai.backtestr.data.imports;

import java.util.function.Function;

/// A file of rows with columns.
///
/// @param source the file
/// @param format the name of its format
/// @param layout how its rows are laid out
/// @param opener opens its rows
record RowsFile(SourceFile source, String format, Layout layout, Function<ImportWatch, Rows> opener)
        implements TickFile {
    @Override
    public String describe() {
        return layout.describe(format);
    }

    @Override
    public TickReader read(ImportWatch watch) {
        return new RowTicks(opener.apply(watch), new TickParser(layout, new char[0]));
    }
}
