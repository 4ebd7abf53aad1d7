package ai.backtestr.desktop.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.task.TaskProgress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What the list shows of work, by a clock that the test moves.
class TaskListTest {
    private static final long MS = 1_000_000;

    private long nowNs;
    private final TaskList list = new TaskList(() -> nowNs);

    private static BackgroundTask<String> task(String title) {
        return new BackgroundTask<>(title, control -> title);
    }

    private void pass(long ms) {
        nowNs += ms * MS;
        list.look();
    }

    @Test
    void shouldNotShowWhatEndsBeforeAnybodyCouldReadOfIt() {
        TaskEntry entry = list.begin(task("a run"), () -> {});
        pass(100);
        list.end(entry, TaskEntry.State.DONE);
        assertThat(list.entries()).isEmpty();
        assertThat(list.busy().get()).isFalse();
    }

    @Test
    void shouldShowWhatTakesAWhileAndHowItEnded() {
        TaskEntry entry = list.begin(task("a run"), () -> {});
        pass(400);
        assertThat(list.entries()).containsExactly(entry);
        assertThat(list.count()).isOne();
        nowNs += 1_850 * MS;
        list.end(entry, TaskEntry.State.DONE);
        assertThat(entry.words()).isEqualTo("done in 2.250s");
        assertThat(list.count()).isZero();
    }

    @Test
    void shouldShowWhatWasAskedForByItselfHoweverShort() {
        TaskEntry entry = list.begin(task("Importing a.csv").listed(), () -> {});
        list.end(entry, TaskEntry.State.DONE);
        assertThat(list.entries()).containsExactly(entry);
    }

    @Test
    void shouldShowEveryFailureWithItsDetails() {
        TaskEntry entry = list.begin(task("Reading"), null);
        list.fail(entry, "a.csv:3: no number", new IllegalStateException("no number"));
        assertThat(list.entries()).containsExactly(entry);
        assertThat(list.failures().get()).isOne();
        assertThat(entry.words()).isEqualTo("a.csv:3: no number");
        assertThat(entry.details())
                .startsWith("Reading failed: a.csv:3: no number")
                .contains("IllegalStateException: no number")
                .contains("TaskListTest");
        list.clearEnded();
        assertThat(list.entries()).isEmpty();
        assertThat(list.failures().get()).isZero();
    }

    @Test
    void shouldForgetWhatSomethingElseTookThePlaceOf() {
        TaskEntry entry = list.begin(task("a run"), () -> {});
        pass(400);
        list.drop(entry);
        assertThat(list.entries()).isEmpty();
    }

    @Test
    void shouldAskToStopOnce() {
        AtomicBoolean asked = new AtomicBoolean();
        TaskEntry entry = list.begin(task("a run"), () -> asked.set(!asked.get()));
        entry.cancel();
        entry.cancel();
        assertThat(asked).isTrue();
        assertThat(entry.canCancel()).isFalse();
        assertThat(list.begin(task("Keeping the run"), null).canCancel()).isFalse();
    }

    @Test
    void shouldTellHowLongIsLeftFromHowFastItWent() {
        TimeLeft left = new TimeLeft();
        assertThat(left.at(new TaskProgress(0, 1000, "ticks"), 0)).isEmpty();
        assertThat(left.at(new TaskProgress(100, 1000, "ticks"), 100 * MS)).isEmpty();
        // 250 of 1000 in 2 s: 6 s for the other 750.
        assertThat(left.at(new TaskProgress(250, 1000, "ticks"), 2_000 * MS)).hasValue(6_000 * MS);
        // Another part of the work is timed by itself: 10 of 40 in 1 s, so 3 s more.
        assertThat(left.at(new TaskProgress(0, 40, "checks"), 2_500 * MS)).isEmpty();
        assertThat(left.at(new TaskProgress(10, 40, "checks"), 3_500 * MS)).hasValue(3_000 * MS);
        assertThat(left.at(TaskProgress.UNKNOWN, 9_000 * MS)).isEmpty();
    }
}
