package ai.backtestr.data.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests the bytes that pass and reports them to the watch.
final class MeteredStream extends FilterInputStream {
    private final MessageDigest sha256 = newSha256();
    private final ImportWatch watch;

    MeteredStream(InputStream in, ImportWatch watch) {
        super(in);
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            sha256.update(bytes, offset, count);
            watch.bytes(count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /// Reads what is left and returns the SHA-256 of all, as lowercase hexadecimal.
    String finish() throws IOException {
        byte[] rest = new byte[SourceFile.BUFFER_BYTES];
        while (read(rest, 0, rest.length) >= 0) {
            // Reading is the purpose: bytes behind the end of the gzip data belong to the file's identity too.
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
