package ai.backtestr.desktop.output;

import ai.backtestr.desktop.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A file that appears at its place complete or not at all: it is written beside it and moved.
public final class PlacedFile {
    private PlacedFile() {}

    /// Writes `content` to `path`, replacing what is there. It is on the disk itself when this returns.
    ///
    /// @throws ProblemException if it cannot be written; what was there is then as it was
    public static void write(Path path, byte[] content) {
        place(path, partial -> {
            Files.write(partial, content);
            return null;
        });
    }

    /// Has `writer` write a file of another name beside `path`, which then becomes the file at `path`, replacing
    /// what is there. Whatever `writer` throws leaves no file.
    ///
    /// @return what `writer` returned
    /// @throws ProblemException if the place cannot be written
    public static <T> T fill(Path path, Function<Path, T> writer) {
        return place(path, partial -> {
            Files.createFile(partial);
            return writer.apply(partial);
        });
    }

    private interface Writer<T extends @Nullable Object> {
        T write(Path partial) throws IOException;
    }

    private static <T extends @Nullable Object> T place(Path path, Writer<T> writer) {
        Path target = path.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new ProblemException(path + " is a folder; name a file in it");
        }
        Path partial = null;
        try {
            Files.createDirectories(folderOf(target));
            partial = Unfinished.in(folderOf(target));
            T result = writer.write(partial);
            force(partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } catch (IOException e) {
            discard(partial, e);
            throw ProblemException.of(path + " cannot be written", e);
        } catch (RuntimeException e) {
            discard(partial, e);
            throw e;
        }
    }

    /// Has the content on disk before the name is.
    private static void force(Path partial) throws IOException {
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Returns the folder a file is to lie in.
    static Path folderOf(Path target) {
        Path folder = target.getParent();
        if (folder == null) {
            throw new ProblemException(target + " is no place for a file");
        }
        return folder;
    }

    private static void discard(@Nullable Path partial, Exception reason) {
        if (partial != null) {
            try {
                Files.deleteIfExists(partial);
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
