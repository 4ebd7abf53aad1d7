package ai.backtestr.data.imports;

import java.util.function.Function;

/// A file of bars whose layout is known by now.
///
/// @param source the file
/// @param format the name of its format
/// @param layout how its rows are laid out
/// @param times what its times say
/// @param opener opens its rows
record BarFile(SourceFile source, String format, Layout layout, BarTimes times, Function<ImportWatch, Rows> opener) {
    /// The format, and the layout within it, in words.
    String describe() {
        return layout.describe(format);
    }

    BarRows read(ImportWatch watch) {
        return new BarRows(opener.apply(watch), layout, times);
    }
}
