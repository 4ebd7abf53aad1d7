package ai.backtestr.desktop.userstrategy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Tells when the files in a folder of sources have changed, once they have been left alone for a moment. It looks
/// a few times a second, which works on every system and on network drives alike.
///
/// The listener is called on a thread of the watch's own, and never again after [#close()] has returned.
public final class FolderWatch implements AutoCloseable {
    private static final long PERIOD_MS = 250;

    private final Path folder;
    private final Runnable onChange;
    private final Thread thread;
    private Map<String, String> told;
    private Map<String, String> seen;

    /// Begins to watch; what is there now is no change.
    ///
    /// @param folder it need not exist
    public FolderWatch(Path folder, Runnable onChange) {
        this.folder = folder;
        this.onChange = onChange;
        told = stamps();
        seen = told;
        thread = Thread.ofPlatform().daemon().name("strategies-folder").start(this::watch);
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PERIOD_MS);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void look() {
        Map<String, String> now = stamps();
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(told)) {
            told = now;
            onChange.run();
        }
    }

    /// Returns what changes with a file's content, by file.
    private Map<String, String> stamps() {
        Map<String, String> stamps = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(SourceFile::isSource).forEach(file -> stamps.put(file.toString(), stamp(file)));
            } catch (IOException e) {
                return Map.of(); // gone meanwhile
            }
        }
        return stamps;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "gone";
        }
    }

    /// Watches no longer.
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
