package ai.backtestr.engine.monitor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Recorder;

/// Where the threads of runs leave how long their stages took. A few ticks in many are looked at, so that the
/// others cost nothing more than a comparison; what is timed holds the time of the clock itself, some 20 ns a
/// stage.
///
/// Any number of runs write at once, the monitor reads; nobody waits.
public final class StageTimes {
    /// Ticks of one in so many blocks of 1024 are timed.
    public static final int ONE_BLOCK_IN = 64;

    /// So many ticks of such a block are.
    public static final int TICKS = 16;

    /// What is timed.
    public static final List<Metric> STAGES = List.of(
            Metric.UPDATE,
            Metric.NORMALISE,
            Metric.BARS,
            Metric.INDICATORS,
            Metric.STRATEGY,
            Metric.PUBLISH,
            Metric.END_TO_END);

    private final Map<Metric, Recorder> recorders = new EnumMap<>(Metric.class);

    /// Holds no times.
    public StageTimes() {
        STAGES.forEach(stage -> recorders.put(stage, Times.recorder()));
    }

    /// Takes in how long a stage took; allocates nothing.
    ///
    /// @param stage one of [#STAGES]
    public void record(Metric stage, long nanoseconds) {
        recorder(stage).recordValue(Times.within(nanoseconds));
    }

    Recorder recorder(Metric stage) {
        return Objects.requireNonNull(recorders.get(stage));
    }
}
