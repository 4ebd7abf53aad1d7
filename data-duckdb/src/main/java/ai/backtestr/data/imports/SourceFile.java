package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file to import, plain or gzip; which of the two is told by its first bytes.
///
/// @param path where it lies
/// @param sizeBytes its size on disk
record SourceFile(Path path, long sizeBytes) {
    static final int BUFFER_BYTES = 64 * 1024;

    /// @throws StoreException if it is no readable file or has no content
    static SourceFile of(Path path) {
        if (Files.isDirectory(path)) {
            throw new StoreException(path + " is a folder; name the files in it");
        }
        if (!Files.exists(path)) {
            throw new StoreException(path + " does not exist; check the path");
        }
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw new StoreException(path + " is empty; there is nothing to import");
            }
            return new SourceFile(path, size);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// The file's own name, as rejections cite it.
    String name() {
        return String.valueOf(path.getFileName());
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    /// Returns the content of `raw`, unpacked if it is gzip. Closing it closes `raw`.
    static InputStream unpack(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    }

    StoreException failure(IOException e) {
        return unreadable(path, e);
    }

    private static StoreException unreadable(Path path, IOException e) {
        if (e instanceof EOFException || e instanceof ZipException) {
            return new StoreException(
                    path + ": the gzip data is cut off or damaged (" + e.getMessage() + "); get the file again", e);
        }
        return new StoreException(
                path + " cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "); check the file and its permissions",
                e);
    }
}
