package ai.backtestr.desktop.commandline;

/// What the help says about timeframes.
final class TimeframeText {
    /// What can be given for `--timeframe`.
    static final String DESCRIPTION =
            "What a bar is: a time (250ms, 5m, 4h, 1d, 1w, 1mo), 500t (ticks), 1000v (volume),"
                    + " 20r (range, in steps of the tick size), renko:20 (bricks likewise), or ha: before one of them"
                    + " (Heikin-Ashi).";

    private TimeframeText() {}
}
