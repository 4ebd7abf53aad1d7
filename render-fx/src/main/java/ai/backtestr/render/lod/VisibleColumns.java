package ai.backtestr.render.lod;

import ai.backtestr.render.series.PriceColumns;

/// What is painted across a chart, from left to right: bars, or columns of pixels where bars have no room.
public interface VisibleColumns {
    /// Returns the columns, from 0 to [#count] - 1.
    PriceColumns columns();

    /// Returns how many there are.
    int count();

    /// Returns the position on the time axis at which column `i` begins; of [#count] that at which the last
    /// ends.
    double position(int i);

    /// Tells whether the columns are bars, each as wide as 1 on the time axis.
    boolean isBars();
}
