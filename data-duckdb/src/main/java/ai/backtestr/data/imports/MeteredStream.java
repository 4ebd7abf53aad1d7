package ai.backtestr.data.imports;

import ai.backtestr.data.digest.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Digests the bytes that pass and reports them to the watch.
final class MeteredStream extends FilterInputStream {
    private final Sha256 sha256 = new Sha256();
    private final ImportWatch watch;
    private final double share;
    private long passed;
    private long reported;

    /// @param share how many bytes on disk a byte of the stream stands for
    MeteredStream(InputStream in, ImportWatch watch, double share) {
        super(in);
        this.watch = watch;
        this.share = share;
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
            passed += count;
            long onDisk = (long) (passed * share);
            watch.bytes(onDisk - reported);
            reported = onDisk;
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
            // Reading is the purpose: bytes behind the end of packed data belong to the file's identity too.
        }
        return sha256.finish();
    }
}
