package ai.backtestr.render.chart;

/// Where the parts of a chart lie, in logical pixels from its top left corner:
///
/// ```
/// +---------------------------+-------+ 0
/// | prices                    | price |
/// |                           | axis  |
/// | volume                    |       |
/// +---------------------------+-------+ priceBottom
/// | other panes, if any       |       |
/// +---------------------------+-------+ plotBottom
/// | time axis                 |  UTC  |
/// +---------------------------+-------+ height
/// 0                       plotRight   width
/// ```
///
/// @param width width of the chart
/// @param height height of the chart
/// @param plotRight where the plots end and the price axis begins
/// @param priceBottom where the pane of prices and volume ends
/// @param plotBottom where the lowest pane ends and the time axis begins
/// @param legendHeight what is kept free for the legend
record ChartLayout(
        double width, double height, double plotRight, double priceBottom, double plotBottom, double legendHeight) {
    private static final double TIME_AXIS_HEIGHT = 28;
    private static final double PRICE_TOP_SHARE = 0.10;
    private static final double LEGEND_HEIGHT = 60;
    private static final double VOLUME_SHARE = 0.14;
    private static final double VOLUME_GAP_SHARE = 0.03;

    /// Lays a chart out whose panes below the prices take what they want.
    static ChartLayout of(double width, double height, double axisWidth, PaneBoxes panes, ChartFonts fonts) {
        double plotBottom = Math.max(1, Math.rint(height - fonts.length(TIME_AXIS_HEIGHT)));
        double priceBottom = panes.count() > 0 ? panes.priceBottom(plotBottom) : plotBottom;
        return new ChartLayout(
                width,
                height,
                Math.max(1, Math.rint(width - axisWidth)),
                Math.max(1, priceBottom),
                plotBottom,
                fonts.length(LEGEND_HEIGHT));
    }

    /// Returns where the highest visible price is drawn, below the legend.
    double priceTop() {
        return Math.min(Math.max(legendHeight, priceBottom * PRICE_TOP_SHARE), priceBottom / 3);
    }

    /// Returns where the lowest visible price is drawn, above the volume.
    double priceFloor() {
        return volumeTop() - priceBottom * VOLUME_GAP_SHARE;
    }

    /// Returns where the tallest volume ends.
    double volumeTop() {
        return priceBottom * (1 - VOLUME_SHARE);
    }

    boolean isInPlot(double x, double y) {
        return x >= 0 && x < plotRight && y >= 0 && y < plotBottom;
    }
}
