package ai.backtestr.data.imports;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The large arrays of one import, used over and over: making each anew would have the system clear several times
/// as much memory as the file is long. Safe for use by any thread.
final class ImportBuffers {
    static final int BLOCK_BYTES = 1024 * 1024;

    private final Queue<TickColumns> columns = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> blocks = new ConcurrentLinkedQueue<>();

    /// Returns columns without ticks.
    TickColumns columns() {
        TickColumns free = columns.poll();
        return free == null ? new TickColumns() : free;
    }

    /// Takes back columns that nobody uses any more.
    void free(TickColumns unused) {
        unused.clear();
        columns.add(unused);
    }

    /// Returns an array of at least that many bytes, with anything in it.
    byte[] block(int bytes) {
        byte[] free = bytes > BLOCK_BYTES ? null : blocks.poll();
        return free == null ? new byte[Math.max(bytes, BLOCK_BYTES)] : free;
    }

    /// Takes back an array that nobody uses any more.
    void free(byte[] unused) {
        if (unused.length == BLOCK_BYTES) {
            blocks.add(unused);
        }
    }
}
