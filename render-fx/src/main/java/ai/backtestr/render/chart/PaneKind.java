package ai.backtestr.render.chart;

/// The panes that can be shown below the prices, beside those of indicators.
public enum PaneKind {
    /// What was traded in each bar.
    VOLUME("Volume"),
    /// Ask less bid.
    SPREAD("Spread"),
    /// The equity of a run.
    EQUITY("Equity"),
    /// How far the equity lies below its highest value so far.
    DRAWDOWN("Drawdown");

    private final String title;

    PaneKind(String title) {
        this.title = title;
    }

    /// Returns its name as it is to be read.
    public String title() {
        return title;
    }

    LowerPane make() {
        return switch (this) {
            case VOLUME -> new VolumePane();
            case SPREAD -> new SpreadPane();
            case EQUITY -> new EquityPane();
            case DRAWDOWN -> new DrawdownPane();
        };
    }

    static PaneKind of(LowerPane pane) {
        return switch (pane) {
            case VolumePane p -> VOLUME;
            case SpreadPane p -> SPREAD;
            case EquityPane p -> EQUITY;
            case DrawdownPane p -> DRAWDOWN;
            default -> throw new IllegalArgumentException("a pane of an indicator is of no kind");
        };
    }
}
