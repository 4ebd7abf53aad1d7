package ai.backtestr.data.imports;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// How the content of a file is packed; its first bytes tell.
final class Packing {
    private static final int MAGIC_BYTES = 4;
    private static final byte[] ZSTANDARD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private Packing() {}

    /// Returns the content of `raw`, unpacked if it is gzip or Zstandard. Closing it closes `raw`.
    static InputStream unpack(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, SourceFile.BUFFER_BYTES);
        in.mark(MAGIC_BYTES);
        byte[] magic = in.readNBytes(MAGIC_BYTES);
        in.reset();
        if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
            return new GZIPInputStream(in, SourceFile.BUFFER_BYTES);
        }
        return isZstandard(magic)
                ? new BufferedInputStream(new ZstdInputStreamNoFinalizer(in), SourceFile.BUFFER_BYTES)
                : in;
    }

    private static boolean isZstandard(byte[] magic) {
        return Arrays.equals(magic, ZSTANDARD);
    }
}
