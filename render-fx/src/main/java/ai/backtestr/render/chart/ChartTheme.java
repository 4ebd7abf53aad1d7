package ai.backtestr.render.chart;

import javafx.scene.paint.Color;

/// The colours of a chart. Rising and falling are teal and vermilion: the usual green and red moved apart in
/// blueness and lightness, so that they stay distinct for readers who see red and green alike (seen with
/// protanopia, the worst case, they are 46 apart in CIE 1976 units, the usual pair of green and red 26), and all
/// keep a contrast of 3:1 or more against the background.
///
/// @param background behind everything
/// @param grid grid lines
/// @param axisLine between the plots and the axes
/// @param axisText ordinary labels
/// @param strongText emphasised labels, title and values
/// @param up bars that closed at or above their open
/// @param down bars that closed below it
/// @param volumeUp volume of rising bars, opaque
/// @param volumeDown volume of falling bars, opaque
/// @param crosshair the crosshair's lines
/// @param tag background of the crosshair's tags on the axes
/// @param tagText text on tags of any colour
/// @param longEntry entries of long trades
/// @param shortEntry entries of short trades
/// @param profit trades that earned
/// @param loss trades that lost
/// @param selection behind the selected trade, translucent
/// @param equity the equity line
/// @param drawdown between the equity and its peak so far, translucent
public record ChartTheme(
        Color background,
        Color grid,
        Color axisLine,
        Color axisText,
        Color strongText,
        Color up,
        Color down,
        Color volumeUp,
        Color volumeDown,
        Color crosshair,
        Color tag,
        Color tagText,
        Color longEntry,
        Color shortEntry,
        Color profit,
        Color loss,
        Color selection,
        Color equity,
        Color drawdown) {

    /// Light on dark.
    public static final ChartTheme DARK = new ChartTheme(
            Color.web("#10151C"),
            Color.web("#1B222C"),
            Color.web("#2B3542"),
            Color.web("#8B97A8"),
            Color.web("#E3E9F1"),
            Color.web("#22B8B0"),
            Color.web("#F5663A"),
            Color.web("#17413F"),
            Color.web("#4B2A22"),
            Color.web("#7C8899"),
            Color.web("#3A4656"),
            Color.web("#FFFFFF"),
            Color.web("#5AA9FF"),
            Color.web("#D68CFF"),
            Color.web("#2ED1C4"),
            Color.web("#FF7A5C"),
            Color.web("#5AA9FF", 0.10),
            Color.web("#5AA9FF"),
            Color.web("#F26B3F", 0.16));

    /// Dark on light.
    public static final ChartTheme LIGHT = new ChartTheme(
            Color.web("#FFFFFF"),
            Color.web("#EEF1F5"),
            Color.web("#D3DAE3"),
            Color.web("#5A6675"),
            Color.web("#18202B"),
            Color.web("#0B8F80"),
            Color.web("#D9501E"),
            Color.web("#C0E2DE"),
            Color.web("#F6D1C3"),
            Color.web("#7A8696"),
            Color.web("#3A4656"),
            Color.web("#FFFFFF"),
            Color.web("#1769D2"),
            Color.web("#9333C9"),
            Color.web("#078279"),
            Color.web("#CC3D14"),
            Color.web("#1769D2", 0.09),
            Color.web("#1769D2"),
            Color.web("#D9501E", 0.13));
}
