package ai.backtestr.data.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The content of a zip file's entry. At its end the checksum is compared, which [ZipFile] by itself does not do,
/// so that damaged data is never taken for ticks. Closes the zip file with it.
final class ZipEntryStream extends CheckedInputStream {
    private final ZipFile zip;
    private final long expectedCrc;

    ZipEntryStream(ZipFile zip, InputStream content, long expectedCrc) {
        super(content, new CRC32());
        this.zip = zip;
        this.expectedCrc = expectedCrc;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value < 0) {
            requireSound();
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0) {
            requireSound();
        }
        return count;
    }

    private void requireSound() throws ZipException {
        if (expectedCrc >= 0 && getChecksum().getValue() != expectedCrc) {
            throw new ZipException("the checksum is wrong");
        }
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            super.close();
        }
    }
}
