package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZIOException;

/// A file to import, or an entry of a zip file. Its content may be packed once more, see [Packing].
///
/// @param path where it lies
/// @param entry the entry of the zip file at `path`, `null` if the file itself is meant
/// @param name what rejections cite it as
/// @param sizeBytes its size on disk, within a zip file its share of it
/// @param openBytes its size as [#open] hands it out
record SourceFile(Path path, @Nullable String entry, String name, long sizeBytes, long openBytes) {
    static final int BUFFER_BYTES = 64 * 1024;

    /// A file as it lies on disk.
    static SourceFile of(Path path, String name) {
        try {
            long size = Files.size(path);
            return new SourceFile(path, null, name, size, size);
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
    }

    /// An entry of a zip file.
    static SourceFile of(Path zip, String zipName, ZipEntry entry) {
        return new SourceFile(
                zip,
                entry.getName(),
                zipName + "/" + entry.getName(),
                Math.max(0, entry.getCompressedSize()),
                Math.max(0, entry.getSize()));
    }

    /// Names the file, as errors do.
    String where() {
        return entry == null ? path.toString() : path + "/" + entry;
    }

    /// The last part of its name.
    String lastName() {
        String whole = entry == null ? String.valueOf(path.getFileName()) : entry;
        return whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
    }

    /// Opens the content as it lies on disk or, of an entry, as the zip file holds it.
    InputStream open() throws IOException {
        if (entry == null) {
            return Files.newInputStream(path);
        }
        ZipFile zip = new ZipFile(path.toFile());
        try {
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                throw new IOException("the entry is gone");
            }
            return new ZipEntryStream(zip, zip.getInputStream(found), found.getCrc());
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /// Opens it, reporting what is read.
    ///
    /// @throws StoreException if it cannot be read
    MeteredStream open(ImportWatch watch) {
        try {
            return new MeteredStream(open(), watch, openBytes == 0 ? 1 : (double) sizeBytes / openBytes);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Returns the first bytes of the content, unpacked.
    byte[] head(int bytes) {
        try (InputStream in = Packing.unpack(open())) {
            return in.readNBytes(bytes);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    StoreException failure(IOException e) {
        return unreadable(where(), e);
    }

    static StoreException unreadable(String where, IOException e) {
        String told = " data is cut off or damaged (" + e.getMessage() + "); get the file again";
        if (e instanceof ZstdIOException) {
            return new StoreException(where + ": the zstd" + told, e);
        }
        if (e instanceof XZIOException) {
            return new StoreException(where + ": the LZMA" + told, e);
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            String lowerCase = where.toLowerCase(Locale.ROOT);
            String kind = lowerCase.endsWith(".gz") ? "gzip" : lowerCase.endsWith(".bi5") ? "LZMA" : "packed";
            return new StoreException(where + ": the " + kind + told, e);
        }
        return new StoreException(
                where + " cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "); check the file and its permissions",
                e);
    }
}
