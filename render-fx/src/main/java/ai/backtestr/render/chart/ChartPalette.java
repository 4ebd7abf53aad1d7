package ai.backtestr.render.chart;

import javafx.scene.paint.Color;

/// Families of colours, each with a dark and a light theme.
public enum ChartPalette {
    /// Teal and vermilion.
    STANDARD("Standard"),
    /// Blue and orange of the palette of Okabe and Ito (2008), which readers with any kind of colour blindness tell
    /// apart.
    COLOUR_BLIND("Colour-blind safe"),
    /// On black or white, every line and text of it with a contrast of 7:1 or more, but for the grid.
    HIGH_CONTRAST("High contrast");

    private final String title;

    ChartPalette(String title) {
        this.title = title;
    }

    /// Returns its name as it is to be read.
    public String title() {
        return title;
    }

    /// Returns its theme.
    ///
    /// @param light dark on light rather than light on dark
    public ChartTheme theme(boolean light) {
        return switch (this) {
            case STANDARD -> light ? ChartTheme.LIGHT : ChartTheme.DARK;
            case COLOUR_BLIND -> light ? COLOUR_BLIND_LIGHT : COLOUR_BLIND_DARK;
            case HIGH_CONTRAST -> light ? HIGH_CONTRAST_LIGHT : HIGH_CONTRAST_DARK;
        };
    }

    private static final ChartTheme COLOUR_BLIND_DARK = coloured(
            ChartTheme.DARK, "#56B4E9", "#E69F00", "#1E4157", "#4F3B0D", "#F0E442", "#D98CB3", "#56B4E9", "#E69F00");

    private static final ChartTheme COLOUR_BLIND_LIGHT = coloured(
            ChartTheme.LIGHT, "#0072B2", "#D55E00", "#BCDCEE", "#F5D5BC", "#00684D", "#A0467C", "#0072B2", "#C25500");

    private static final ChartTheme HIGH_CONTRAST_DARK = grounded(
            coloured(
                    ChartTheme.DARK,
                    "#4DE1FF",
                    "#FFA94D",
                    "#14505C",
                    "#5C3A14",
                    "#B9F227",
                    "#FF9CF2",
                    "#4DE1FF",
                    "#FFA94D"),
            "#000000",
            "#333333",
            "#FFFFFF");

    private static final ChartTheme HIGH_CONTRAST_LIGHT = grounded(
            coloured(
                    ChartTheme.LIGHT,
                    "#003F8A",
                    "#9A2C00",
                    "#A9C8EE",
                    "#F0BEA6",
                    "#00513B",
                    "#7A0F63",
                    "#003F8A",
                    "#9A2C00"),
            "#FFFFFF",
            "#D0D0D0",
            "#000000");

    private static ChartTheme coloured(
            ChartTheme base,
            String up,
            String down,
            String volumeUp,
            String volumeDown,
            String longEntry,
            String shortEntry,
            String profit,
            String loss) {
        return new ChartTheme(
                base.background(),
                base.grid(),
                base.axisLine(),
                base.axisText(),
                base.strongText(),
                Color.web(up),
                Color.web(down),
                Color.web(volumeUp),
                Color.web(volumeDown),
                base.crosshair(),
                base.tag(),
                base.tagText(),
                Color.web(longEntry),
                Color.web(shortEntry),
                Color.web(profit),
                Color.web(loss),
                base.selection(),
                Color.web(up),
                Color.web(down, 0.2));
    }

    private static ChartTheme grounded(ChartTheme base, String ground, String grid, String ink) {
        return new ChartTheme(
                Color.web(ground),
                Color.web(grid),
                Color.web(ink),
                Color.web(ink),
                Color.web(ink),
                base.up(),
                base.down(),
                base.volumeUp(),
                base.volumeDown(),
                Color.web(ink),
                base.tag(),
                base.tagText(),
                base.longEntry(),
                base.shortEntry(),
                base.profit(),
                base.loss(),
                Color.web(ink, 0.15),
                base.equity(),
                base.drawdown());
    }
}
