package ai.backtestr.data.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The segments of a home folder, one file for each part of the tick table. Deleting them, all or some, at any
/// time costs nothing but time.
///
/// A segment is known by its part's number and by the digest of the part's ticks; one that does not match, or is
/// damaged, is deleted and counts as missing. Any thread.
public final class SegmentCache {
    private static final String SUFFIX = ".segment";

    private final Path folder;
    private volatile LongConsumer readTimes = nanoseconds -> {};

    /// Keeps segments in `folder`, which need not exist.
    public SegmentCache(Path folder) {
        this.folder = folder;
    }

    /// Has `listener` hear how long each page took to be read, checked and decoded, in nanoseconds, of segments that
    /// are
    /// opened from here on. It is called by whichever thread reads, several at once.
    public void tell(LongConsumer listener) {
        readTimes = listener;
    }

    /// Opens the segment of a part, if there is one. The caller closes it.
    ///
    /// @param digest digest of the part's ticks
    public Optional<SegmentFile> open(int part, String digest) {
        Path file = file(part);
        SegmentFile segment = openOrDelete(file);
        if (segment != null && !segment.key().equals(digest)) {
            segment.close();
            delete(file);
            segment = null;
        }
        return Optional.ofNullable(segment);
    }

    /// Tells whether there is a segment of a part, sound or not.
    public boolean holds(int part) {
        return Files.exists(file(part));
    }

    private @Nullable SegmentFile openOrDelete(Path file) {
        try {
            return Files.exists(file) ? new SegmentFile(file, readTimes) : null;
        } catch (IOException | SegmentDamagedException e) {
            delete(file);
            return null;
        }
    }

    /// Begins to write the segment of a part, in place of one there may be.
    ///
    /// @param digest digest of the part's ticks
    /// @throws IOException if the folder cannot be written
    public SegmentWriter create(int part, String digest) throws IOException {
        return new SegmentWriter(file(part), digest);
    }

    /// Deletes the segment of a part, if there is one.
    public void discard(int part) {
        delete(file(part));
    }

    /// Deletes the segments of all other parts, and what an interrupted writer left.
    public void keepOnly(Set<Integer> parts) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<Path> kept = parts.stream().map(this::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !kept.contains(file))
                    .forEach(SegmentCache::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int part) {
        return folder.resolve("part-" + part + SUFFIX);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted", e);
        }
    }
}
