package ai.backtestr.comparison;

import javafx.scene.Parent;

/// A chart that is panned. Confined to the FX thread.
interface PannedChart {
    /// Returns what it is called.
    String name();

    /// Returns what is shown.
    Parent node();

    /// Shows that many bars, from bar `from` on, at the next pulse.
    void show(int from, int bars);

    /// Returns how often it has painted its bars.
    long painted();
}
