package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.tukaani.xz.LZMAInputStream;

/// An hour of ticks by Dukascopy.
///
/// The content is LZMA without a container (`.lzma`), and in it one record a tick, big-endian:
///
/// ```
///  0          4       8       12           16           20
///  +----------+-------+-------+------------+------------+
///  | ms int32 | ask   | bid   | ask volume | bid volume |
///  |          | int32 | int32 | float32    | float32    |
///  +----------+-------+-------+------------+------------+
///    since the hour   prices times 10^scale   millions, kept as they stand
/// ```
///
/// @param source the file
/// @param hourNs when its hour begins, nanoseconds since the epoch
/// @param scale decimals of its prices
record Bi5File(SourceFile source, long hourNs, int scale) implements TickFile {
    private static final int RECORD_BYTES = 20;
    private static final int HOUR_MS = 3_600_000;
    private static final long MS_NS = 1_000_000;
    // A dictionary of Dukascopy's files has 4 MB; a damaged header may ask for gigabytes.
    private static final int MEMORY_KB = 64 * 1024;

    @Override
    public String describe() {
        return "dukascopy-bi5, quotes, prices count 10^-" + scale + ", times of UTC";
    }

    @Override
    public TickReader read(ImportWatch watch) {
        return new Reader(source, hourNs, scale, watch);
    }

    private static final class Reader implements TickReader {
        private final SourceFile file;
        private final long hourNs;
        private final int scale;
        private final MeteredStream raw;
        private final InputStream records;
        private final RawTick tick = new RawTick('.');
        private final byte[] bytes = new byte[RECORD_BYTES];
        private final ByteBuffer record = ByteBuffer.wrap(bytes);

        Reader(SourceFile file, long hourNs, int scale, ImportWatch watch) {
            this.file = file;
            this.hourNs = hourNs;
            this.scale = scale;
            raw = file.open(watch);
            tick.quote = true;
            try {
                records = file.openBytes() == 0 ? InputStream.nullInputStream() : new LZMAInputStream(raw, MEMORY_KB);
            } catch (IOException e) {
                close();
                throw file.failure(e);
            }
        }

        @Override
        public boolean next() {
            try {
                int count = records.readNBytes(bytes, 0, RECORD_BYTES);
                if (count == 0) {
                    return false;
                }
                if (count < RECORD_BYTES) {
                    throw new StoreException(file.where() + ": its last record is cut off; get the file again");
                }
            } catch (IOException e) {
                throw file.failure(e);
            }
            tick.line++;
            tick.reason = decode();
            return true;
        }

        /// Takes the record over; returns why it is no tick, or nothing.
        private String decode() {
            int ms = record.getInt(0);
            int ask = record.getInt(4);
            int bid = record.getInt(8);
            tick.timeNs = hourNs + ms * MS_NS;
            tick.ask.set(ask, scale);
            tick.bid.set(bid, scale);
            if (ms < 0 || ms >= HOUR_MS) {
                return "time " + ms + " ms lies outside the hour";
            }
            if (bid <= 0 || ask <= 0) {
                return (bid <= 0 ? "bid " + bid : "ask " + ask) + " is not positive";
            }
            return volume(tick.askSize, record.getFloat(12), "ask") + volume(tick.bidSize, record.getFloat(16), "bid");
        }

        private static String volume(DecimalField into, float value, String side) {
            boolean taken = value >= 0 && into.set(value);
            return taken ? "" : side + " volume " + value + " is no quantity";
        }

        @Override
        public RawTick tick() {
            return tick;
        }

        @Override
        public void close() {
            try {
                raw.close();
            } catch (IOException e) {
                throw file.failure(e);
            }
        }
    }
}
