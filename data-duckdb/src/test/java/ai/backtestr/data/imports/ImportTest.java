package ai.backtestr.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.data.Ticks;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.StoreException;
import ai.backtestr.data.store.TickStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A new store and a folder for files to import into it.
abstract class ImportTest {
    /// The decimals of a time in whole seconds.
    static final String S = "000000000";

    @TempDir
    Path home;

    @TempDir
    Path files;

    TickStore store;

    @BeforeEach
    final void open() {
        store = TickStore.open(home);
    }

    @AfterEach
    final void close() {
        store.close();
    }

    final ImportReport load(String symbol, String name, String content) throws IOException {
        return load(symbol, write(name, content));
    }

    final ImportReport load(String symbol, Path file) {
        return load(symbol, ImportOptions.DEFAULT, file);
    }

    final ImportReport load(String symbol, ImportOptions options, Path... paths) {
        return new TickImporter(store).importFiles(symbol, List.of(paths), options, ImportProgress.NONE);
    }

    final Path write(String name, String content) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    final void assertRefused(String name, String content, String... parts) throws IOException {
        assertRefused(write(name, content), parts);
    }

    final void assertRefused(Path file, String... parts) {
        assertRefused(ImportOptions.DEFAULT, file, parts);
    }

    final void assertRefused(ImportOptions options, Path file, String... parts) {
        assertThatThrownBy(() -> load("EURUSD", options, file))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("\n");
        assertNothingStored();
    }

    final void assertNothingStored() {
        assertThat(store.symbols()).isEmpty();
        assertThat(Ticks.query(store, "SELECT count(*) FROM tick")).containsExactly("0");
        assertThat(Ticks.query(store, "SELECT count(*) FROM instruments")).containsExactly("0");
        assertThat(Ticks.query(store, "SELECT count(*) FROM imports")).containsExactly("0");
    }

    static List<String> reasons(ImportReport report) {
        return report.rejections().stream().map(Rejection::describe).toList();
    }

    static String manyTrades(int rows) {
        StringBuilder text = new StringBuilder("time,price,size\n");
        for (int i = 0; i < rows; i++) {
            text.append(1385337600L + i).append(',').append(800 + i % 7).append(",1\n");
        }
        return text.toString();
    }
}
