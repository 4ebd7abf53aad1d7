package ai.backtestr.engine.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackgroundPriorityTest {
    private static final int NICE_FIELD = 16; // of /proc/thread-self/stat, proc(5), counted after the name

    @ParameterizedTest
    @CsvSource({"LOADING, 5", "RUNNING, 15"})
    @EnabledOnOs(OS.LINUX)
    void shouldLowerTheThreadAndThoseItStartsAndNobodyElse(BackgroundPriority priority, int lowered)
            throws InterruptedException {
        int before = nice();
        List<Integer> found = new CopyOnWriteArrayList<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            priority.take();
            found.add(nice());
            join(Thread.ofPlatform().start(() -> found.add(nice())));
        });
        thread.join();
        assertThat(found).containsExactly(lowered, lowered);
        assertThat(nice()).isEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldLowerThreadsByTheirNames() throws Exception {
        CountDownLatch lowered = new CountDownLatch(1);
        List<Integer> found = new CopyOnWriteArrayList<>();
        Thread named = waitingAs("lower-me-please", lowered, found);
        Thread other = waitingAs("leave-me", lowered, found);

        BackgroundPriority.LOADING.give("lower-me");
        lowered.countDown();
        named.join();
        other.join();

        assertThat(found).containsExactlyInAnyOrder(5, nice());
        assertThatCode(() -> BackgroundPriority.LOADING.give("nobody")).doesNotThrowAnyException();
    }

    /// Starts a thread that tells its priority when it may.
    private static Thread waitingAs(String name, CountDownLatch until, List<Integer> found)
            throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().name(name).start(() -> {
            begun.countDown();
            await(until);
            found.add(nice());
        });
        begun.await();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads the calling thread's priority as the kernel has it.
    private static int nice() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            Scanner fields = new Scanner(stat.substring(stat.lastIndexOf(')') + 2));
            for (int i = 0; i < NICE_FIELD; i++) {
                fields.next();
            }
            return fields.nextInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
