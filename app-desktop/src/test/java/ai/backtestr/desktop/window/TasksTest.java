package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.task.BackgroundTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/// Threads are queues here that the test empties by hand.
class TasksTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> fxThread = new ArrayDeque<>();
    private final Tasks tasks = new Tasks(background::add, fxThread::add);
    private final List<String> done = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();

    private void start(String name) {
        BackgroundTask<String> task = new BackgroundTask<>(name, control -> {
            begun.add(name);
            return name;
        });
        tasks.start(Tasks.Lane.RUN, task, done::add);
    }

    private void runAll() {
        while (!background.isEmpty() || !fxThread.isEmpty()) {
            (background.isEmpty() ? fxThread : background).remove().run();
        }
    }

    @Test
    void shouldKeepOnlyTheLastOfThoseWaiting() {
        start("first");
        start("second");
        start("third");
        start("fourth");
        assertThat(background).hasSize(1);
        runAll();
        assertThat(begun).containsExactly("fourth");
        assertThat(done).containsExactly("fourth");
        assertThat(tasks.current().get()).isNull();
    }

    @Test
    void shouldBeginTheNextOnlyAfterTheOneUnderWayHasEnded() {
        start("first");
        background.remove().run();
        start("second");
        assertThat(background).isEmpty();
        runAll();
        assertThat(begun).containsExactly("first", "second");
        assertThat(done).containsExactly("second");
    }

    @Test
    void shouldTellNobodyOfAResultAfterCancellation() {
        start("first");
        background.remove().run();
        start("second");
        tasks.cancel(Tasks.Lane.RUN);
        runAll();
        assertThat(done).isEmpty();
        start("third");
        runAll();
        assertThat(done).containsExactly("third");
    }

    @Test
    void shouldLetOtherLanesBe() {
        start("run");
        tasks.start(Tasks.Lane.STORE, new BackgroundTask<>("chart", control -> "chart"), done::add);
        runAll();
        assertThat(done).containsExactlyInAnyOrder("run", "chart");
    }

    @Test
    void shouldStartNothingOnceItIsClosed() {
        start("first");
        background.remove().run();
        start("second");
        tasks.close();
        runAll();
        start("third");
        tasks.startBeside(new BackgroundTask<>("beside", control -> "beside"), done::add);
        tasks.background(() -> done.add("background"));

        assertThat(background).isEmpty();
        assertThat(done).isEmpty();
        assertThat(begun).containsExactly("first");
    }
}
