package ai.backtestr.desktop.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {
    @Test
    void shouldReturnWhatTheWorkReturned() {
        assertThat(new BackgroundTask<>("counting", control -> 42).run()).isEqualTo(42);
    }

    @Test
    void shouldTellProgressWhileTheWorkGoesOn() {
        TaskProgress half = new TaskProgress(1, 2, "ticks");
        BackgroundTask<String> task = new BackgroundTask<>("working", control -> {
            control.report(half);
            return "";
        });

        assertThat(task.progress()).isEqualTo(TaskProgress.UNKNOWN);
        task.run();
        assertThat(task.progress()).isEqualTo(half);
    }

    @Test
    void shouldNotBeginWhenCancelledBefore() {
        BackgroundTask<String> task = new BackgroundTask<>("working", control -> {
            throw new AssertionError("begun");
        });
        task.cancel();

        assertThatThrownBy(task::run).isInstanceOf(CancellationException.class);
    }

    @Test
    void shouldStopTheWorkWhenCancelledFromAnotherThread() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch stop = new CountDownLatch(1);
        BackgroundTask<String> task = new BackgroundTask<>("waiting", control -> {
            control.onCancel(stop::countDown);
            running.countDown();
            awaitQuietly(stop);
            control.throwIfCancelled();
            return "not cancelled";
        });
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            CompletableFuture<String> result = task.start(executor);
            running.await();

            task.cancel();

            assertThatThrownBy(result::join).hasRootCauseInstanceOf(CancellationException.class);
        }
    }

    @Test
    void shouldCountAsCancelledWhenTheWorkFailsAfterThat() {
        IllegalStateException failure = new IllegalStateException("stream closed");
        BackgroundTask<String> task = new BackgroundTask<>("reading", control -> {
            control.cancel();
            throw failure;
        });

        assertThatThrownBy(task::run).isInstanceOf(CancellationException.class).hasCause(failure);
    }

    @Test
    void shouldCallStopperAtOnceWhenCancelledAlready() {
        TaskControl control = new TaskControl();
        control.cancel();
        CountDownLatch called = new CountDownLatch(1);

        control.onCancel(called::countDown);

        assertThat(called.getCount()).isZero();
    }

    @Test
    void shouldRefuseToRunTwice() {
        BackgroundTask<Integer> task = new BackgroundTask<>("counting", control -> 42);
        task.run();

        assertThatThrownBy(task::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("counting");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
