package ai.backtestr.data.store;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import ai.backtestr.data.digest.Sha256;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.tick.TickPage;
import java.nio.ByteBuffer;

/// SHA-256 of a run of ticks. It depends on the ticks and their order only, not on pages, parts or files.
///
/// The digested bytes, all little-endian; the scales come first because equal integers at other scales are other
/// prices:
///
/// ```
///   priceScale int32, quantityScale int32
///   then per tick  time int64, bid int64, ask int64, bidSize int64, askSize int64, flags int8
/// ```
final class TickDigest {
    private static final int TICK_BYTES = 5 * Long.BYTES + 1;
    private static final int TICKS_BUFFERED = 1024;

    private final Sha256 sha256 = new Sha256();
    private final ByteBuffer buffer =
            ByteBuffer.allocate(TICKS_BUFFERED * TICK_BYTES).order(LITTLE_ENDIAN);

    TickDigest(Instrument instrument) {
        buffer.putInt(instrument.priceScale()).putInt(instrument.quantityScale());
        flush();
    }

    void update(TickPage page) {
        for (int i = 0; i < page.count(); i++) {
            if (buffer.remaining() < TICK_BYTES) {
                flush();
            }
            buffer.putLong(page.timeNs(i))
                    .putLong(page.bidPrice(i))
                    .putLong(page.askPrice(i))
                    .putLong(page.bidQuantity(i))
                    .putLong(page.askQuantity(i))
                    .put(page.flagBits(i));
        }
    }

    /// Ends the digest and returns it as lowercase hexadecimal.
    String finish() {
        flush();
        return sha256.finish();
    }

    private void flush() {
        sha256.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
