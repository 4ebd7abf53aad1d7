package ai.backtestr.engine.run;

import ai.backtestr.engine.account.OpenPosition;
import ai.backtestr.engine.bar.Bar;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.BarIndicator;
import ai.backtestr.engine.order.OrderLife;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How a run stands after a tick, in full but for what has been and does not change any more: executions and closed
/// trades are counted, closed bars are those below [BarsNow#closed] of their series. Immutable; any thread.
///
/// @param ticks ticks taken in
/// @param rejectedTicks ticks kept out because they could not be
/// @param timeNs time of the last, nanoseconds since the epoch, UTC; 0 before the first
/// @param bid at the instrument's price scale
/// @param ask at the instrument's price scale
/// @param cash as [ai.backtestr.engine.number.Money]
/// @param equity cash plus what closing the position now would get
/// @param position quantity held: above 0 long, below 0 short
/// @param positions what is held, oldest first
/// @param fills how many executions there were
/// @param trades how many trades were closed
/// @param openOrders the orders that wait or are on their way, oldest first
/// @param bars the bars of every timeframe, shortest first
/// @param indicators those that the strategy asked for
public record RunState(
        long ticks,
        long rejectedTicks,
        long timeNs,
        long bid,
        long ask,
        long cash,
        long equity,
        long position,
        List<OpenPosition> positions,
        int fills,
        int trades,
        List<OrderLife> openOrders,
        List<BarsNow> bars,
        List<IndicatorNow> indicators) {

    /// The bars of one timeframe.
    ///
    /// @param series its closed bars, to which more may have been added since
    /// @param closed how many of them had closed then
    /// @param forming the bar that had not closed yet; null where there was none
    public record BarsNow(
            BarSeries series, int closed, @Nullable Bar forming) {}

    /// An indicator after the last closed bar.
    ///
    /// @param timeframe of the bars it works on
    /// @param name the kind of indicator
    /// @param values its outputs, in their order; `NaN` before they are ready
    public record IndicatorNow(Timeframe timeframe, String name, List<Double> values) {
        static IndicatorNow of(Timeframe timeframe, BarIndicator indicator) {
            return new IndicatorNow(
                    timeframe,
                    indicator.getClass().getSimpleName(),
                    IntStream.range(0, indicator.outputs())
                            .mapToObj(indicator::value)
                            .toList());
        }
    }
}
