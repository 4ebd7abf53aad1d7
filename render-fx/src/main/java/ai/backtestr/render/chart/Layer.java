package ai.backtestr.render.chart;

/// The sheets a chart is painted on, from back to front. Each is repainted only when what it shows has changed.
enum Layer {
    /// Ground, grid, axes, prices, volume and equity; changes with the visible range and with every tick of the
    /// forming bar.
    BARS,
    /// Trades, and what other packages lay behind and over them; changes with the visible range, the selection and
    /// whatever these show.
    TRADES,
    /// Crosshair, legend and the tags that follow the mouse; changes with every movement of the mouse.
    OVERLAY
}
