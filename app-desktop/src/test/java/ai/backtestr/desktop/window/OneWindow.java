package ai.backtestr.desktop.window;

import ai.backtestr.desktop.layout.DefaultLayout;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A test whose methods share one window on the sample.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneWindow {
    private @Nullable TestWindow opened;

    @BeforeAll
    void open(@TempDir Path home) {
        opened = new TestWindow(home).started();
    }

    @AfterAll
    void close() {
        window().close();
    }

    TestWindow window() {
        return Objects.requireNonNull(opened);
    }

    /// The parts that lie around a chart and can be opened at once.
    static Stream<String> parts() {
        return Stream.of(
                DefaultLayout.TRADES,
                DefaultLayout.ORDERS,
                DefaultLayout.FILLS,
                DefaultLayout.STATISTICS,
                DefaultLayout.EQUITY,
                DefaultLayout.EXPLANATION,
                DefaultLayout.SQL,
                DefaultLayout.CODE,
                DefaultLayout.TICKS,
                DefaultLayout.BARS,
                DefaultLayout.QUALITY,
                DefaultLayout.TASKS,
                DefaultLayout.LOG,
                DefaultLayout.HELP);
    }
}
