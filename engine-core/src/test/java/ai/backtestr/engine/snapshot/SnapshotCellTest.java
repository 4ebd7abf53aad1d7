package ai.backtestr.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SnapshotCellTest {
    @Test
    void shouldBeEmptyBeforeTheFirst() {
        assertThat(new SnapshotCell().read()).isEqualTo(RunSnapshot.EMPTY);
    }

    @Test
    void shouldHandOutWhatWasPublishedLast() {
        SnapshotCell cell = new SnapshotCell();
        cell.publish(1, 2, 3, 4, 5, 6, 7);
        cell.publish(10, 20, 30, 40, 50, 60, 70);
        assertThat(cell.read()).isEqualTo(new RunSnapshot(10, 20, 30, 40, 50, 60, 70));
    }

    @Test
    void shouldNeverBeTornNorGoBackWhileAnotherThreadPublishes() throws InterruptedException {
        SnapshotCell cell = new SnapshotCell();
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            for (long i = 1; i <= 2_000_000; i++) {
                cell.publish(i, i, i, i, i, i, i);
            }
            done.set(true);
        });
        long last = 0;
        while (!done.get()) {
            RunSnapshot read = cell.read();
            long ticks = read.ticks();
            assertThat(read).isEqualTo(new RunSnapshot(ticks, ticks, ticks, ticks, ticks, ticks, ticks));
            assertThat(ticks).isGreaterThanOrEqualTo(last);
            last = ticks;
        }
        writer.join();
        assertThat(cell.read().ticks()).isEqualTo(2_000_000);
    }
}
