package ai.backtestr.render.chart;

/// Rounds lengths to the pixels of the screen, so that lines and edges are crisp also where a logical pixel is 1.25
/// or 2 of them.
///
/// @param scale pixels of the screen per logical pixel, above 0
record PixelGrid(double scale) {
    /// Returns the nearest pixel border.
    double snap(double length) {
        return Math.rint(length * scale) / scale;
    }

    /// Returns `pixels` of the screen as a logical length.
    double pixels(double pixels) {
        return pixels / scale;
    }

    /// Returns the thickness of a thin line: as near to one logical pixel as whole pixels allow.
    double line() {
        return Math.max(1, Math.rint(scale)) / scale;
    }
}
