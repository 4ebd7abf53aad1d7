package ai.backtestr.data.segment;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// CRC-32C, by which damaged bytes are told from sound ones.
final class Checksum {
    private Checksum() {}

    static int of(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
