package ai.backtestr.engine.replay;

import ai.backtestr.engine.account.Trade;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Plays a [Replay] on a thread of its own: market time goes on with real time, at any factor. A silence of the
/// market longer than an hour is skipped, since nobody waits through a weekend.
///
/// All methods may be called from any thread and return at once; what is asked for is done in the order in which it
/// was asked for. [#frame()] is the latest picture, without waiting. Should the engine not keep up with the factor,
/// the replay is slower than asked for and leaves nothing out.
public final class ReplayClock implements AutoCloseable {
    /// As fast as the engine goes.
    public static final double FASTEST = Double.POSITIVE_INFINITY;

    private static final long SILENCE_NS = 3_600_000_000_000L;
    private static final long MOST_AT_ONCE = 1 << 16;
    private static final long PICTURE_NS = 5_000_000L;
    private static final long DETAILS_NS = 100_000_000L;
    private static final long LONGEST_NAP_NS = 10_000_000L;
    private static final long LATE_NS = 100_000_000L;

    private final Replay replay;
    private final BlockingQueue<Request<?>> asked = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile ReplayFrame frame;
    private volatile boolean closed;
    private boolean playing;
    private double speed = 1;
    private long anchorNs; // real time at which the market's was anchorMomentNs
    private long anchorMomentNs;
    private long picturedNs;
    private long picturedPosition;
    private long detailedNs;
    private List<Trade> trades = List.of();
    private @Nullable Throwable failure;

    /// Takes `replay` over, and closes it when it is closed.
    public ReplayClock(Replay replay) {
        this.replay = replay;
        frame = picture(0);
        thread = Thread.ofPlatform().daemon().name("replay").start(this::live);
    }

    /// Returns the latest picture.
    public ReplayFrame frame() {
        return frame;
    }

    /// Goes on from where it stands.
    public void play() {
        ask(() -> {
            playing = replay.position() < replay.count();
            anchor();
        });
    }

    /// Stands still.
    public void pause() {
        ask(() -> {
            playing = false;
            replay.follow();
        });
    }

    /// Sets how fast market time goes.
    ///
    /// @param factor above 0; 1 is real time, [#FASTEST] as fast as the engine goes
    public void setSpeed(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("a speed of " + factor + " is not above 0");
        }
        ask(() -> {
            speed = factor;
            anchor();
        });
    }

    /// Pauses and goes where `step` leads.
    ///
    /// @return completes when it is there, or with what went wrong
    public CompletableFuture<ReplayFrame> step(Step step) {
        return with(replay -> {
            playing = false;
            replay.step(step);
            return replay;
        });
    }

    /// Does something by hand at the moment at which it is then.
    ///
    /// @return completes when it is done, or with an `IllegalArgumentException` that tells why it cannot be
    public CompletableFuture<ReplayFrame> trade(HandOrder order) {
        return with(replay -> {
            replay.trade(order);
            return replay;
        });
    }

    private CompletableFuture<ReplayFrame> with(Function<Replay, Replay> work) {
        return ask(work).thenApply(done -> frame);
    }

    /// Runs `work` on the replay's thread, between two ticks.
    ///
    /// @return completes with what it returns or throws
    public <T> CompletableFuture<T> ask(Function<Replay, T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        asked.add(new Request<>(work, result));
        if (closed) {
            refuseAll();
        }
        return result;
    }

    private record Request<T>(Function<Replay, T> work, CompletableFuture<T> result) {
        void refuse() {
            result.completeExceptionally(new IllegalStateException("the replay was ended"));
        }
    }

    private void refuseAll() {
        for (Request<?> request = asked.poll(); request != null; request = asked.poll()) {
            request.refuse();
        }
    }

    private <T> void answer(Request<T> request) {
        try {
            T done = request.work.apply(replay);
            failure = null;
            detailedNs = 0;
            publish();
            request.result.complete(done);
        } catch (Throwable e) {
            playing = false;
            failure = e;
            publish();
            request.result.completeExceptionally(e);
        }
    }

    private void ask(Runnable work) {
        CompletableFuture<Boolean> _ = ask(replay -> {
            work.run();
            return true;
        });
    }

    private void live() {
        try {
            while (!closed) {
                Request<?> next = playing ? asked.poll(napNs(), TimeUnit.NANOSECONDS) : asked.take();
                if (next != null) {
                    answer(next);
                } else if (playing) {
                    play(System.nanoTime());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            refuseAll();
            replay.close();
        }
    }

    /// Returns how long to wait for the next tick: not longer than somebody may watch a clock stand still.
    private long napNs() {
        if (speed == FASTEST) {
            return 0;
        }
        double untilNs = (replay.nextTickNs() - marketNs(System.nanoTime())) / speed;
        return (long) Math.clamp(untilNs, 0, LONGEST_NAP_NS);
    }

    private void anchor() {
        anchorNs = System.nanoTime();
        anchorMomentNs = replay.momentNs();
    }

    private long marketNs(long nowNs) {
        return anchorMomentNs + (long) ((nowNs - anchorNs) * speed);
    }

    private void play(long nowNs) {
        try {
            if (speed == FASTEST) {
                replay.playTo(Long.MAX_VALUE, MOST_AT_ONCE);
            } else {
                playTo(marketNs(nowNs));
            }
        } catch (RuntimeException | Error e) {
            failure = e;
            playing = false;
        }
        if (replay.position() == replay.count()) {
            playing = false;
            replay.follow();
        }
        if (!playing || nowNs - picturedNs >= PICTURE_NS) {
            publish();
        }
    }

    private void playTo(long marketNs) {
        long nextNs = replay.nextTickNs();
        if (nextNs - marketNs > SILENCE_NS) {
            replay.playTo(nextNs, 1);
            anchor();
        } else if (!replay.playTo(marketNs, MOST_AT_ONCE) && (marketNs - replay.momentNs()) / speed > LATE_NS) {
            anchor(); // the engine does not keep up
        }
    }

    private void publish() {
        long nowNs = System.nanoTime();
        frame = picture(nowNs);
        picturedNs = nowNs;
        picturedPosition = replay.position();
    }

    private ReplayFrame picture(long nowNs) {
        if (!playing || nowNs - detailedNs > DETAILS_NS) {
            trades = replay.trades();
            detailedNs = nowNs;
            if (playing && speed < FASTEST) {
                replay.follow();
            }
        }
        long ticks = replay.position() - picturedPosition;
        double perSecond = playing && ticks > 0 ? ticks * 1e9 / Math.max(1, nowNs - picturedNs) : 0;
        return new ReplayFrame(
                replay.position(),
                replay.count(),
                replay.momentNs(),
                replay.generation(),
                replay.state(),
                trades,
                replay.equity(),
                replay.journal().entries().size(),
                playing,
                speed,
                perSecond,
                failure);
    }

    /// Ends it. What was asked for and not begun is not done.
    @Override
    public void close() {
        closed = true;
        asked.add(new Request<>(any -> true, new CompletableFuture<>())); // it may wait for something to be asked for
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
}
