package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.backtestr.desktop.fixture.SmallDisk;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.home.WorkJournal;
import ai.backtestr.desktop.output.PlacedFile;
import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.settings.RecentFiles;
import ai.backtestr.desktop.settings.RecentFiles.Kind;
import ai.backtestr.desktop.settings.RecentFiles.RecentFile;
import ai.backtestr.desktop.settings.RecordFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is on file stays there when the disk is full, and the user hears of it in one line.
class FullDiskTest {
    @TempDir
    Path folder;

    private @Nullable SmallDisk mounted;

    @BeforeEach
    void mount() {
        mounted = SmallDisk.mount(folder, 256);
    }

    @AfterEach
    void unmount() {
        if (mounted != null) {
            mounted.close();
        }
    }

    @Test
    void shouldKeepTheFileThatCannotBeReplaced() throws Exception {
        Path file = folder.resolve("kept.json");
        byte[] before = "{\"version\":1}".getBytes(StandardCharsets.UTF_8);
        PlacedFile.write(file, before);
        disk().fill();

        assertThatThrownBy(() -> PlacedFile.write(file, new byte[8192]))
                .isInstanceOf(ProblemException.class)
                .hasMessage(file + " cannot be written (the disk is full); choose another place or free this one");

        assertThat(file).hasBinaryContent(before);
        assertThat(names()).containsExactlyInAnyOrder("kept.json", "ballast");
    }

    @Test
    void shouldTellThatNothingCanBeRememberedAndDoSoOnceThereIsRoom() throws Exception {
        RecordFile<RecentFiles> file = new RecordFile<>(folder.resolve("recent.json"), RecentFiles.class);
        AtomicReference<RecentFiles> now = new AtomicReference<>(RecentFiles.NONE);
        FileMemory<RecentFiles> memory = new FileMemory<>(
                file::save, RecentFiles.NONE, "told at the start", Runnable::run, Runnable::run, new HandPause());
        memory.watch(now::get);
        disk().fill();

        now.set(RecentFiles.NONE.with(new RecentFile(Kind.IMPORT, "ticks.csv")));
        memory.save();

        assertThat(memory.problem().getValue()).contains("recent.json").contains("the disk is full");
        assertThat(file.load(RecentFiles.NONE).value()).isEqualTo(RecentFiles.NONE);

        disk().free();
        memory.close();

        assertThat(memory.problem().getValue()).isEqualTo("told at the start");
        assertThat(file.load(RecentFiles.NONE).value()).isEqualTo(now.get());
    }

    @Test
    void shouldWorkOnWithoutTheJournal() throws Exception {
        HomeFolder home = new HomeFolder(folder);
        Files.createDirectories(home.logs());
        disk().fill();

        assertThatCode(() -> {
                    try (WorkJournal journal = WorkJournal.open(home)) {
                        journal.begin("Importing ticks.csv");
                        journal.end("Importing ticks.csv");
                    }
                })
                .doesNotThrowAnyException();

        assertThat(WorkJournal.open(home).told()).isEmpty();
    }

    private SmallDisk disk() {
        return Objects.requireNonNull(mounted);
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
