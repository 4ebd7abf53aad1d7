package ai.backtestr.desktop.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.desktop.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacedFolderTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path parent;

    @Test
    void shouldShowNothingUntilPlaced() {
        Path target = parent.resolve("report");
        try (PlacedFolder folder = PlacedFolder.prepare(target)) {
            folder.write("a", CONTENT);
            assertThat(target).doesNotExist();

            folder.place();
        }
        assertThat(target.resolve("a")).hasBinaryContent(CONTENT);
        assertThat(parent).isDirectoryNotContaining("glob:**.partial-*");
    }

    @Test
    void shouldLeaveNothingWhenClosedBeforePlaced() {
        try (PlacedFolder folder = PlacedFolder.prepare(parent.resolve("report"))) {
            folder.write("a", CONTENT);
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void shouldLeaveExistingFilesWhenClosedBeforePlaced() throws IOException {
        Files.writeString(parent.resolve("a"), "old");
        try (PlacedFolder folder = PlacedFolder.prepare(parent)) {
            folder.write("a", CONTENT);
        }
        assertThat(parent.resolve("a")).hasContent("old");
        assertThat(parent).isDirectoryNotContaining("glob:**.partial-*");
    }

    @Test
    void shouldRefuseBeforeAnyWorkWhenTargetIsAFile() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> PlacedFolder.prepare(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("name a folder");
    }
}
