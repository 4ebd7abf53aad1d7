package ai.backtestr.data.imports;

import ai.backtestr.data.digest.Sha256;
import ai.backtestr.data.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;

/// What tells a file's content from another's.
///
/// @param file the file
/// @param sha256 SHA-256 of its content, lowercase hexadecimal
/// @param sizeBytes size of the file on disk
/// @param modified when it was written last
record Fingerprint(SourceFile file, String sha256, long sizeBytes, FileTime modified) {
    /// Reads the whole file.
    ///
    /// @throws StoreException if it cannot be read
    static Fingerprint of(SourceFile file, ImportWatch watch) {
        Sha256 sha256 = new Sha256();
        byte[] bytes = new byte[SourceFile.BUFFER_BYTES];
        try (InputStream in = file.open(watch)) {
            BasicFileAttributes before = attributes(file);
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                sha256.update(bytes, 0, count);
            }
            return new Fingerprint(file, sha256.finish(), before.size(), before.lastModifiedTime());
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /// Returns the digest of some files: of one its own, of several the digest of theirs, in an order that their
    /// names have no part in.
    static String ofAll(List<Fingerprint> files) {
        if (files.size() == 1) {
            return files.getFirst().sha256;
        }
        String all = files.stream().map(Fingerprint::sha256).sorted().collect(Collectors.joining("\n"));
        byte[] bytes = all.getBytes(StandardCharsets.US_ASCII);
        Sha256 digest = new Sha256();
        digest.update(bytes, 0, bytes.length);
        return digest.finish();
    }

    private static BasicFileAttributes attributes(SourceFile file) throws IOException {
        return Files.readAttributes(file.path(), BasicFileAttributes.class);
    }

    /// @throws StoreException if the file was written since
    void requireUnchanged() {
        try {
            BasicFileAttributes now = attributes(file);
            if (now.size() == sizeBytes && now.lastModifiedTime().equals(modified)) {
                return;
            }
        } catch (IOException e) {
            throw file.failure(e);
        }
        throw new StoreException(file.where()
                + " changed while it was read; nothing was imported; import it again once it" + " is complete");
    }
}
