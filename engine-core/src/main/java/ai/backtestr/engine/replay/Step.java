package ai.backtestr.engine.replay;

import ai.backtestr.engine.bar.Timeframe;

/// How far to go.
public sealed interface Step {
    /// By that many ticks; below 0 back.
    record Ticks(long count) implements Step {}

    /// By bars: forward to where the bar under way has closed, which is on the first tick after it, and on to where
    /// further ones have; back to where the bar under way began, and on to where earlier ones did. Stretches
    /// without ticks have no bars. Where bars do not end with the clock, it is minutes that are stepped by.
    ///
    /// @param count how many; below 0 back
    record Bars(Timeframe timeframe, int count) implements Step {}

    /// By an amount of time, in nanoseconds; below 0 back.
    record Time(long lengthNs) implements Step {}

    /// To a moment, nanoseconds since the epoch, UTC: all ticks up to and at it.
    record Moment(long timeNs) implements Step {}

    /// To where that many ticks of the data have been taken in; 0 is before the first.
    record Position(long ticks) implements Step {}
}
