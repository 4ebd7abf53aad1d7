package ai.backtestr.engine.monitor;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/// Watches how the program performs: times go into histograms, other figures are looked at ten times a second by a
/// thread of its own, and each second all of them are held against their targets, logged (at debug level), put into
/// the JVM's flight recording if one runs, and told to subscribers.
///
/// It knows nothing of who is watched: the cache, queries and frames come from whoever has them, by [#watch] and
/// [#record]. All methods may be called from any thread. Close it to end its thread.
public final class Monitor implements AutoCloseable {
    /// How often figures are looked at.
    public static final long SAMPLE_MS = 100;

    private static final int SAMPLES_A_SECOND = 10;
    private static final System.Logger LOG = System.getLogger(Monitor.class.getName());

    private final List<Target> targets;
    private final StageTimes stages = new StageTimes();
    private final Map<Metric, Recorder> recorders = new EnumMap<>(Metric.class);
    private final Map<Metric, Histogram> totals = new EnumMap<>(Metric.class); // guarded by itself
    private final Map<Metric, DoubleSupplier> gauges = new ConcurrentHashMap<>();
    private final Collection<LongSupplier> tickCounts = new CopyOnWriteArrayList<>();
    private final Collection<Consumer<Alert>> alertListeners = new CopyOnWriteArrayList<>();
    private final Collection<Consumer<List<Reading>>> secondListeners = new CopyOnWriteArrayList<>();
    private final Map<Target, AlertState> alerts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock;
    private volatile List<Reading> readings = List.of();
    private volatile TickRate.Sample ticks = TickRate.Sample.NONE;
    private final TickRate rate = new TickRate();
    private int samples;

    /// Begins to watch memory; everything else is to be given.
    ///
    /// @param targets what to hold the figures against, such as [Target#DEFAULTS]
    public Monitor(List<Target> targets) {
        this.targets = List.copyOf(targets);
        for (Metric stage : StageTimes.STAGES) {
            recorders.put(stage, stages.recorder(stage));
        }
        for (Metric metric : List.of(Metric.GC_PAUSE, Metric.FRAME, Metric.QUERY, Metric.DISK)) {
            recorders.put(metric, Times.recorder());
        }
        recorders.keySet().forEach(metric -> totals.put(metric, Times.histogram()));
        targets.forEach(target -> alerts.put(target, new AlertState(target)));
        watch(Metric.HEAP, Monitor::heapPercent);
        watch(Metric.MEMORY, Monitor::heapPercent);
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("monitor").factory());
        ScheduledFuture<?> _ = clock.scheduleAtFixedRate(this::sample, SAMPLE_MS, SAMPLE_MS, TimeUnit.MILLISECONDS);
    }

    /// Has the pauses of the garbage collector taken in until the returned handle is closed.
    public Watch watchGcPauses() {
        GcPauses pauses = GcPauses.to(nanoseconds -> record(Metric.GC_PAUSE, nanoseconds));
        return pauses::close;
    }

    private static double heapPercent() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return heap.getMax() <= 0 ? 0 : 100.0 * heap.getUsed() / heap.getMax();
    }

    /// Returns where runs leave the times of their stages.
    public StageTimes stages() {
        return stages;
    }

    /// Has a figure looked at that is not a time, in place of the one before. Called on the monitor's thread; `NaN`
    /// says that there is none at present.
    public void watch(Metric metric, DoubleSupplier gauge) {
        gauges.put(metric, gauge);
    }

    /// Counts the ticks of a run into the tick rate, until the returned handle is closed.
    public Watch watchTicks(LongSupplier ticksSoFar) {
        tickCounts.add(ticksSoFar);
        return () -> tickCounts.remove(ticksSoFar);
    }

    /// Takes in a time: of a pause, frame, query or reading of the disk.
    public void record(Metric metric, long nanoseconds) {
        Objects.requireNonNull(recorders.get(metric), () -> metric + " is no time")
                .recordValue(Times.within(nanoseconds));
    }

    /// Tells of alerts, on the monitor's thread, until the returned handle is closed.
    public Watch onAlert(Consumer<Alert> listener) {
        alertListeners.add(listener);
        return () -> alertListeners.remove(listener);
    }

    /// Tells of the readings once a second, on the monitor's thread, until the returned handle is closed.
    public Watch onSecond(Consumer<List<Reading>> listener) {
        secondListeners.add(listener);
        return () -> secondListeners.remove(listener);
    }

    /// Ends something that was begun.
    @FunctionalInterface
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    private void sample() {
        try {
            ticks = rate.next(tickCounts, System.nanoTime());
            samples++;
            if (samples % SAMPLES_A_SECOND == 0) {
                endSecond();
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the monitor missed a sample", e);
        }
    }

    /// Ends the second under way now, and returns when its figures were told.
    public void update() {
        try {
            clock.submit(this::endSecond).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endSecond() {
        List<Reading> now = new ArrayList<>();
        if (ticks.isRunning()) {
            now.add(Reading.of(Metric.TICK_RATE, ticks.perSecond()));
        }
        recorders.forEach((metric, recorder) -> {
            Histogram second = recorder.getIntervalHistogram();
            if (second.getTotalCount() > 0) {
                now.add(Times.reading(metric, second));
                synchronized (totals) {
                    Objects.requireNonNull(totals.get(metric)).add(second);
                }
            }
        });
        gauges.forEach((metric, gauge) -> {
            double value = gauge.getAsDouble();
            if (!Double.isNaN(value)) {
                now.add(Reading.of(metric, value));
            }
        });
        now.sort((a, b) -> a.metric().compareTo(b.metric()));
        readings = List.copyOf(now);
        tell(readings);
    }

    private void tell(List<Reading> now) {
        LOG.log(System.Logger.Level.DEBUG, () -> line(now));
        now.forEach(this::commit);
        alerts.forEach((target, state) -> now.stream()
                .filter(reading -> reading.metric() == target.metric())
                .findFirst()
                .map(state::next)
                .orElseGet(state::nothing)
                .ifPresent(alert -> alertListeners.forEach(to -> to.accept(alert))));
        secondListeners.forEach(listener -> listener.accept(now));
    }

    private void commit(Reading reading) {
        MonitorEvent event = new MonitorEvent();
        event.metric = reading.metric().title();
        event.value = reading.value();
        event.max = reading.max();
        event.count = reading.count();
        event.missed = violation(reading) != null;
        event.commit();
    }

    /// Returns readings as one line of text.
    public static String line(List<Reading> readings) {
        return readings.stream()
                .map(reading ->
                        reading.metric().title() + " " + reading.metric().unit().text(reading.value()))
                .collect(Collectors.joining(", "));
    }

    /// Returns the readings of the last second, in the order of [Metric]; none of what was not measured in it.
    public List<Reading> readings() {
        return readings;
    }

    /// Returns what was measured since the beginning: of times over all of it, of other metrics the latest.
    public List<Reading> totals() {
        Map<Metric, Reading> all = new EnumMap<>(Metric.class);
        readings.forEach(reading -> all.put(reading.metric(), reading));
        synchronized (totals) {
            totals.forEach((metric, histogram) -> {
                if (histogram.getTotalCount() > 0) {
                    all.put(metric, Times.reading(metric, histogram));
                }
            });
        }
        if (rate.most() > 0) {
            all.put(Metric.TICK_RATE, Reading.of(Metric.TICK_RATE, rate.mean()));
        }
        return List.copyOf(all.values());
    }

    /// Returns how the times of each metric are distributed since the beginning, in the order of [Metric]; none of a
    /// metric that was not measured.
    public List<TimeBuckets> distributions() {
        synchronized (totals) {
            return totals.entrySet().stream()
                    .filter(entry -> entry.getValue().getTotalCount() > 0)
                    .map(entry -> TimeBuckets.of(entry.getKey(), entry.getValue(), longest(entry.getKey())))
                    .toList();
        }
    }

    private double longest(Metric metric) {
        return targets.stream()
                .filter(target -> target.metric() == metric && !target.atLeast())
                .mapToDouble(Target::value)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// Returns the targets.
    public List<Target> targets() {
        return targets;
    }

    /// Returns the targets that the last second missed.
    public List<Violation> violations() {
        return violations(readings);
    }

    /// Returns the targets that these readings miss.
    public List<Violation> violations(List<Reading> of) {
        return of.stream().map(this::violation).filter(Objects::nonNull).toList();
    }

    private @Nullable Violation violation(Reading reading) {
        for (Target target : targets) {
            if (target.metric() == reading.metric() && target.isMissedBy(reading.value())) {
                return new Violation(target, reading);
            }
        }
        return null;
    }

    /// Ends the thread.
    @Override
    public void close() {
        clock.shutdown();
    }
}
