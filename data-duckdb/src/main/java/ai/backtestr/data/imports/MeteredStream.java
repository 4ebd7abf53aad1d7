package ai.backtestr.data.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reports the bytes that pass to the watch.
final class MeteredStream extends FilterInputStream {
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
}
