package ai.backtestr.render.chart;

/// The sheets a chart is painted on, from back to front. Each is repainted only when what it shows has changed.
enum Layer {
    /// Background, grid and axes; changes with the visible range.
    BACKGROUND,
    /// Prices, volume and equity; changes with every tick of the forming bar.
    BARS,
    /// Trades; changes with the visible range and the selection.
    TRADES,
    /// Crosshair, legend and the tags on the axes; changes with every movement of the mouse.
    OVERLAY
}
