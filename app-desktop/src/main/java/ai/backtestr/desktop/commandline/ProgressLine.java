package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskProgress;
import java.util.concurrent.locks.LockSupport;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar on standard error that follows a task for as long as it is open.
final class ProgressLine implements AutoCloseable {
    private static final int WIDTH = 79;
    private static final int TITLE_WIDTH = 28;
    private static final int INTERVAL_MS = 100;
    // Ticks and bytes alike come in millions.
    private static final long MILLION = 1_000_000;
    private static final long INTERVAL_NS = INTERVAL_MS * 1_000_000L;

    private final BackgroundTask<?> task;
    private final ProgressBar bar;
    private volatile boolean closed;

    private ProgressLine(BackgroundTask<?> task, ProgressBar bar) {
        this.task = task;
        this.bar = bar;
    }

    static ProgressLine show(BackgroundTask<?> task) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(shortened(task.title()))
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit("M", MILLION)
                .showSpeed()
                .setUpdateIntervalMillis(INTERVAL_MS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .build();
        ProgressLine line = new ProgressLine(task, bar);
        Thread.ofPlatform().daemon().name("progress").start(line::follow);
        return line;
    }

    /// Leaves most of the line to the bar.
    private static String shortened(String title) {
        return title.length() <= TITLE_WIDTH ? title : title.substring(0, TITLE_WIDTH - 2) + "..";
    }

    private void follow() {
        while (!closed) {
            step();
            LockSupport.parkNanos(INTERVAL_NS);
        }
    }

    private void step() {
        TaskProgress progress = task.progress();
        if (progress.total() > 0) {
            bar.maxHint(progress.total());
            bar.stepTo(progress.done());
        }
    }

    @Override
    public void close() {
        closed = true;
        step();
        bar.close();
    }
}
