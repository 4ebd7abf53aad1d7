package ai.backtestr.data.digest;

import ai.backtestr.engine.bar.Bar;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Tells runs of bars apart: SHA-256 over what they are and, for each, start, open, high, low, close and volume.
/// Mutable; used by one thread.
public final class BarDigest {
    private static final int LONGS = 6;

    private final Sha256 sha256 = new Sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(LONGS * Long.BYTES);

    /// Starts with what the bars are: the same integers at other scales are other prices.
    public BarDigest(String timeframe, int priceScale, int quantityScale) {
        byte[] head = (timeframe + " " + priceScale + " " + quantityScale + "\n").getBytes(StandardCharsets.US_ASCII);
        sha256.update(head, 0, head.length);
    }

    /// Takes in the bar that follows.
    public void add(Bar bar) {
        buffer.clear();
        buffer.putLong(bar.timeNs())
                .putLong(bar.open())
                .putLong(bar.high())
                .putLong(bar.low())
                .putLong(bar.close())
                .putLong(bar.volume());
        sha256.update(buffer.array(), 0, buffer.position());
    }

    /// Returns the digest as lowercase hexadecimal. Nothing may be added after.
    public String finish() {
        return sha256.finish();
    }
}
