package ai.backtestr.engine.pipeline;

import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.StageTimes;
import ai.backtestr.engine.thread.CpuAffinity;
import ai.backtestr.engine.thread.RunThreads;
import ai.backtestr.engine.thread.Waiting;
import ai.backtestr.engine.tick.PageSource;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickSource;
import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;
import org.jspecify.annotations.Nullable;

/// Carries the ticks of a source to a handler: a producer thread fills pages ahead, the calling thread takes them
/// in.
///
/// ```
///   producer thread                        calling thread (the engine thread)
///   free page ──▶ source.fill ──▶ ring of batches ──▶ handler.onBatch ──▶ page is free again
/// ```
///
/// The ring has room for 64 batches and there are 4 pages; a producer that is ahead by that much waits. Pages of a
/// [PageSource] go through as they are, without a copy, and stay the source's. If the handler throws, or
/// [#cancel()] is called from any thread, the producer stops, both sides are joined, and the exception goes to the
/// caller. The ring is never left with one side waiting for the other.
public final class TickPipeline {
    private static final int RING_BATCHES = 64;
    private static final int PAGES = 4;

    private final TickSource source;
    private final @Nullable PageSource lender; // the same source, where it has pages of its own
    private TickBatchHandler handler; // of the calling thread; let go of after the run
    private final int batchTicks;
    private final RunThreads threads;
    private final @Nullable StageTimes times;
    private final RingBuffer<TickBatch> ring;
    private final BatchEventProcessor<TickBatch> engine;
    private final OneToOneConcurrentArrayQueue<TickPage> freePages = new OneToOneConcurrentArrayQueue<>(PAGES);
    private final IdleStrategy idle; // of the producer
    private volatile boolean stopped;
    private volatile boolean tookInAll;
    private volatile @Nullable Throwable failure;

    /// Prepares to carry the ticks of `source` in batches of up to `batchTicks`, from 1. How ticks are cut into
    /// batches never changes what comes out.
    public TickPipeline(TickSource source, TickBatchHandler handler, int batchTicks) {
        this(source, handler, batchTicks, RunThreads.DEFAULT);
    }

    /// As above, using its threads as `threads` says.
    public TickPipeline(TickSource source, TickBatchHandler handler, int batchTicks, RunThreads threads) {
        this(source, handler, batchTicks, threads, null);
    }

    /// As above, leaving how long each batch took from the ring to the end of the handler in `times`, unless that
    /// is null.
    public TickPipeline(
            TickSource source,
            TickBatchHandler handler,
            int batchTicks,
            RunThreads threads,
            @Nullable StageTimes times) {
        if (batchTicks < 1) {
            throw new IllegalArgumentException("a batch needs at least one tick, not " + batchTicks);
        }
        this.source = source;
        this.lender = source instanceof PageSource pages ? pages : null;
        this.handler = handler;
        this.batchTicks = batchTicks;
        this.threads = threads;
        this.times = times;
        this.idle = idleOf(threads.waiting());
        this.ring = RingBuffer.createSingleProducer(TickBatch::new, RING_BATCHES, waitOf(threads.waiting()));
        this.engine = new BatchEventProcessorBuilder().build(ring, ring.newBarrier(), (EventHandler<TickBatch>)
                (batch, sequence, endOfBatch) -> takeIn(batch));
        engine.setExceptionHandler(new EndOnException());
        ring.addGatingSequences(engine.getSequence());
    }

    private static WaitStrategy waitOf(Waiting waiting) {
        return switch (waiting) {
            case BUSY_SPIN -> new BusySpinWaitStrategy();
            case YIELDING -> new YieldingWaitStrategy();
            case SLEEPING -> new SleepingWaitStrategy();
            case BLOCKING -> new BlockingWaitStrategy();
        };
    }

    private static IdleStrategy idleOf(Waiting waiting) {
        return switch (waiting) {
            case BUSY_SPIN -> new BusySpinIdleStrategy();
            case YIELDING -> new YieldingIdleStrategy();
            case SLEEPING -> new BackoffIdleStrategy();
            case BLOCKING -> new SleepingMillisIdleStrategy();
        };
    }

    /// Carries all ticks and returns when the last was taken in or [#cancel()] was called. Called once.
    ///
    /// @return whether all ticks were taken in; `false` if cancelled
    public boolean run() {
        List<TickPage> pages = allocatePages();
        Thread producer = Thread.ofPlatform()
                .name("tick-producer")
                .start(() -> CpuAffinity.runOn(threads.producerCpu(), this::produce));
        try {
            CpuAffinity.runOn(threads.engineCpu(), engine);
        } finally {
            stop();
            joinUninterruptibly(producer);
            pages.forEach(TickPage::close);
            // The ring keeps its producer's thread where assertions are on, and that must not keep what was run.
            handler = (page, from, to) -> {};
        }
        rethrow();
        return tookInAll;
    }

    /// Ends the run soon, from any thread.
    public void cancel() {
        stop();
    }

    private void stop() {
        stopped = true;
        engine.halt();
    }

    private List<TickPage> allocatePages() {
        List<TickPage> pages = new ArrayList<>();
        for (int i = 0; i < PAGES && lender == null; i++) {
            pages.add(new TickPage(TickPage.DEFAULT_CAPACITY));
        }
        freePages.addAll(pages);
        return pages;
    }

    private void takeIn(TickBatch batch) {
        if (batch.isEnd) {
            tookInAll = !stopped;
            stop();
            return;
        }
        TickPage page = Objects.requireNonNull(batch.page);
        if (!stopped) {
            handler.onBatch(page, batch.from, batch.to);
            if (times != null) {
                times.record(Metric.END_TO_END, System.nanoTime() - batch.enteredNs);
            }
        }
        if (batch.isLastOfPage && lender == null) {
            freePages.add(page);
        }
    }

    private void produce() {
        try {
            TickPage page = nextPage();
            while (page != null) {
                publish(page);
                page = nextPage();
            }
        } catch (Throwable e) {
            fail(e);
        }
        publishEnd();
    }

    /// Returns a page of ticks, or null after the last or once the run has been stopped.
    private @Nullable TickPage nextPage() {
        if (lender != null) {
            return stopped ? null : lender.nextPage();
        }
        TickPage page = nextFreePage();
        return page != null && source.fill(page) ? page : null;
    }

    /// Returns a page to fill, or null once the run has been stopped.
    private @Nullable TickPage nextFreePage() {
        idle.reset();
        while (!stopped) {
            TickPage page = freePages.poll();
            if (page != null) {
                return page;
            }
            idle.idle();
        }
        return null;
    }

    private void publish(TickPage page) {
        int count = page.count();
        for (int from = 0; from < count && !stopped; from += batchTicks) {
            int to = Math.min(count, from + batchTicks);
            long sequence = claim();
            if (sequence >= 0) {
                TickBatch batch = ring.get(sequence);
                batch.set(page, from, to, to == count);
                batch.enteredNs = times == null ? 0 : System.nanoTime();
                ring.publish(sequence);
            }
        }
    }

    private void publishEnd() {
        long sequence = claim();
        if (sequence >= 0) {
            ring.get(sequence).setEnd();
            ring.publish(sequence);
        }
    }

    /// Returns a free slot, or -1 once the run has been stopped.
    private long claim() {
        idle.reset();
        while (!stopped) {
            if (ring.hasAvailableCapacity(1)) {
                return ring.next();
            }
            idle.idle();
        }
        return -1;
    }

    private void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
        stop();
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the run with whatever the handler threw.
    private final class EndOnException implements ExceptionHandler<TickBatch> {
        @Override
        public void handleEventException(Throwable e, long sequence, @Nullable TickBatch batch) {
            fail(e);
        }

        @Override
        public void handleOnStartException(Throwable e) {
            fail(e);
        }

        @Override
        public void handleOnShutdownException(Throwable e) {
            fail(e);
        }
    }
}
