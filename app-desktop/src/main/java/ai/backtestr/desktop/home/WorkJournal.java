package ai.backtestr.desktop.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is under way, on file as long as it is, so that the start after a kill can tell what was cut off. The file
/// is there while the window is; a line `+ title` begins a piece of work, `- title` ends it.
///
/// A file that cannot be written costs that telling and nothing else; the log says so. Any thread may call any
/// method.
public final class WorkJournal implements AutoCloseable {
    private static final String FILE = "under-way.txt";
    private static final Logger LOG = LoggerFactory.getLogger(WorkJournal.class);

    private final Path path;
    private final @Nullable FileChannel file;
    private final @Nullable List<String> cutOff;
    private int underWay;

    private WorkJournal(Path path, @Nullable FileChannel file, @Nullable List<String> cutOff) {
        this.path = path;
        this.file = file;
        this.cutOff = cutOff;
    }

    /// Opens that of a home folder, which exists and which no other process has open, and begins anew.
    public static WorkJournal open(HomeFolder home) {
        Path path = home.logs().resolve(FILE);
        try {
            List<String> left = Files.exists(path) ? underWay(Files.readAllLines(path)) : null;
            Files.createDirectories(home.logs());
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            return new WorkJournal(path, file, left);
        } catch (IOException e) {
            LOG.warn("What is under way is not kept on file", e);
            return new WorkJournal(path, null, null);
        }
    }

    private static List<String> underWay(List<String> lines) {
        List<String> begun = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("+ ")) {
                begun.add(line.substring(2));
            } else if (line.startsWith("- ")) {
                begun.remove(line.substring(2));
            }
        }
        return begun;
    }

    /// Returns what the user is to know of how the last session ended; nothing if it was closed.
    public Optional<String> told() {
        List<String> before = cutOff;
        if (before == null) {
            return Optional.empty();
        }
        return Optional.of(
                before.isEmpty()
                        ? "The last session was not closed but ended from outside; nothing was under way, all that was"
                                + " saved is here."
                        : "The last session was not closed but ended from outside, in the middle of: "
                                + String.join("; ", before)
                                + ". That is stored as a whole or not at all: do it again if it is not here. All that was"
                                + " saved before is.");
    }

    /// Notes that something has begun.
    public synchronized void begin(String title) {
        underWay++;
        write("+ " + title);
    }

    /// Notes that it has ended, however it did.
    public synchronized void end(String title) {
        underWay--;
        if (underWay == 0) {
            clear();
        } else {
            write("- " + title);
        }
    }

    private void write(String line) {
        if (file != null) {
            try {
                file.write(ByteBuffer.wrap((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                LOG.warn("{} cannot be written", path, e);
            }
        }
    }

    private void clear() {
        if (file != null) {
            try {
                file.truncate(0);
                file.position(0);
            } catch (IOException e) {
                LOG.warn("{} cannot be written", path, e);
            }
        }
    }

    /// Takes the file away: the session is closed.
    @Override
    public synchronized void close() {
        if (file != null) {
            try {
                file.close();
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warn("{} cannot be removed", path, e);
            }
        }
    }
}
