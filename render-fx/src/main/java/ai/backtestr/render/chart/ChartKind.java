package ai.backtestr.render.chart;

/// How prices are drawn.
public enum ChartKind {
    /// Bodies from open to close, with wicks.
    CANDLES("Candles"),
    /// The same, bodies of rising bars being hollow.
    HOLLOW_CANDLES("Hollow candles"),
    /// A vertical line from low to high, the open to its left and the close to its right.
    OHLC_BARS("OHLC bars"),
    /// A line through the closes.
    LINE("Line"),
    /// The same, what lies below it being filled.
    AREA("Area");

    private final String title;

    ChartKind(String title) {
        this.title = title;
    }

    /// Returns its name as it is to be read.
    public String title() {
        return title;
    }
}
