package ai.backtestr.render.history;

import ai.backtestr.engine.thread.BackgroundPriority;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The threads that load for all charts: two, so that one that waits for the disk holds up no other, and so that
/// charts on a small machine leave it something for a run. They end when nothing was loaded for a while.
final class LoaderThreads {
    private static final int THREADS = 2;
    private static final int IDLE_SECONDS = 10;

    /// A loader has one turn waiting at most; there are never that many charts. It keeps its room, so that a wish
    /// of every frame takes no memory.
    private static final int MOST_WAITING = 4_096;

    private static final ThreadFactory PLAIN =
            Thread.ofPlatform().daemon().name("chart-loader-", 1).factory();

    /// Takes one piece of loading after the other, first come, first served.
    static final Executor SHARED = shared();

    private LoaderThreads() {}

    private static Executor shared() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                work -> PLAIN.newThread(() -> {
                    BackgroundPriority.LOADING.take();
                    work.run();
                }));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
