package ai.backtestr.desktop.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlHistoryTest {
    @TempDir
    Path folder;

    @Test
    void shouldKeepTheLatestFirstAndEachOnce() {
        SqlHistory history = new SqlHistory(folder);
        history.add("SELECT 1");
        history.add("SELECT 2\nFROM x");
        history.add("SELECT 1");

        assertThat(new SqlHistory(folder).statements()).containsExactly("SELECT 1", "SELECT 2\nFROM x");
    }

    @Test
    void shouldForgetTheOldest() {
        SqlHistory history = new SqlHistory(folder);
        for (int i = 0; i <= SqlHistory.MOST; i++) {
            history.add("SELECT " + i);
        }

        assertThat(history.statements()).hasSize(SqlHistory.MOST).doesNotContain("SELECT 0");
    }

    @Test
    void shouldBeginAnewWhereTheFileIsDamaged() throws IOException {
        Files.writeString(folder.resolve("sql-history.json"), "[\"SELECT 1\", ");
        SqlHistory history = new SqlHistory(folder);
        assertThat(history.statements()).isEmpty();

        history.add("SELECT 3");
        assertThat(new SqlHistory(folder).statements()).containsExactly("SELECT 3");
    }
}
