package ai.backtestr.engine.replay;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.run.RunState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a replay shows at one moment. Immutable; any thread.
///
/// @param position how many ticks of the data were taken in
/// @param count how many there are
/// @param momentNs the moment, nanoseconds since the epoch, UTC
/// @param generation changes whenever the series of bars are others than before
/// @param state how the run stands
/// @param trades all closed trades, oldest first; while it plays, as of a tenth of a second ago at most
/// @param equity how equity went up to the last full hour
/// @param handOrders how much was done by hand, up to the moment and after it
/// @param playing whether it plays
/// @param speed market time by real time; infinite for as fast as it goes
/// @param ticksPerSecond how fast ticks were taken in lately, by the clock on the wall; 0 while it stands
/// @param failure what went wrong last; null if the last thing asked for went well
public record ReplayFrame(
        long position,
        long count,
        long momentNs,
        int generation,
        RunState state,
        List<Trade> trades,
        EquityCurve.SoFar equity,
        int handOrders,
        boolean playing,
        double speed,
        double ticksPerSecond,
        @Nullable Throwable failure) {

    /// Tells whether all ticks were taken in.
    public boolean isAtEnd() {
        return position == count;
    }
}
