package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The batches of delimited text: blocks of whole lines, parsed side by side.
final class TextBatches implements FileBatches {
    private static final int LONGEST_ROW_BYTES = 16 * ImportBuffers.BLOCK_BYTES;

    private final TextFile file;
    private final TickTaker taker;
    private final ExecutorService pool;
    private final ImportBuffers buffers;
    private final int depth;
    private final ImportWatch watch;
    private final Deque<Future<TickBatch>> ahead = new ArrayDeque<>();
    private @Nullable InputStream text;
    private byte[] rest = new byte[0];
    private boolean ended;
    private boolean endless;
    private boolean atTop = true;
    private char[] symbol;
    private long linesAbove;

    /// @param depth how many blocks are read ahead
    TextBatches(
            TextFile file, TickTaker taker, ExecutorService pool, ImportBuffers buffers, int depth, ImportWatch watch) {
        this.file = file;
        this.taker = taker;
        this.pool = pool;
        this.buffers = buffers;
        this.depth = depth;
        this.watch = watch;
        symbol = file.layout().symbol().toCharArray();
    }

    @Override
    public void begin() {
        readAhead(1);
    }

    private void readAhead(int blocks) {
        while (!ended && ahead.size() < blocks) {
            TextBlock block = nextBlock();
            if (block == null) {
                ended = true;
                endless = true;
            } else {
                ahead.add(parseAhead(block));
            }
        }
    }

    /// Returns the lines that follow, `null` if the next of them does not end.
    private @Nullable TextBlock nextBlock() {
        try {
            InputStream from = text == null ? file.open(watch) : text;
            text = from;
            byte[] bytes = buffers.block(2 * rest.length);
            System.arraycopy(rest, 0, bytes, 0, rest.length);
            int length = rest.length;
            while (true) {
                length += from.readNBytes(bytes, length, bytes.length - length);
                ended = length < bytes.length;
                int end = ended
                        ? length
                        : TextBlock.endOfLines(bytes, length, file.layout().delimiter());
                if (end > 0 || ended) {
                    rest = Arrays.copyOfRange(bytes, end, length);
                    return new TextBlock(bytes, end);
                }
                if (length >= LONGEST_ROW_BYTES) {
                    return null;
                }
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
        } catch (IOException e) {
            throw file.source().failure(e);
        }
    }

    /// A file of several symbols is told by the first; until that is known blocks are parsed one after the other.
    private Future<TickBatch> parseAhead(TextBlock block) {
        boolean top = atTop;
        boolean last = ended;
        atTop = false;
        char[] known = symbol;
        if (known.length > 0 || !file.layout().columns().has(ColumnRole.SYMBOL)) {
            return pool.submit(() -> parse(block, top, last, known));
        }
        return CompletableFuture.completedFuture(parse(block, top, last, known));
    }

    private TickBatch parse(TextBlock block, boolean top, boolean last, char[] knownSymbol) {
        TickParser parser = new TickParser(file.layout(), knownSymbol);
        TickBatch batch = new TickBatch(buffers.columns());
        try (RowTicks rows = new RowTicks(new TextRows(file.source(), file.layout(), top, block.open()), parser)) {
            while (rows.next()) {
                taker.take(rows.tick(), batch);
            }
        }
        if (knownSymbol.length == 0 && file.layout().columns().has(ColumnRole.SYMBOL)) {
            symbol = parser.firstSymbol();
        }
        batch.lines = block.lines();
        batch.last = last;
        buffers.free(block.bytes());
        return batch;
    }

    @Override
    public @Nullable TickBatch next() {
        readAhead(depth);
        Future<TickBatch> pending = ahead.poll();
        if (pending == null && endless) {
            throw new StoreException(file.source().where() + ":" + (linesAbove + 1)
                    + ": the row does not end within " + LONGEST_ROW_BYTES / ImportBuffers.BLOCK_BYTES
                    + " MB; nothing was imported; close the quote in it that is open, or break the line");
        }
        if (pending == null) {
            return null;
        }
        TickBatch batch = FileBatches.await(pending);
        batch.linesAbove = linesAbove;
        linesAbove += batch.lines;
        return batch;
    }

    @Override
    public void close() {
        try {
            if (text != null) {
                text.close();
            }
        } catch (IOException e) {
            throw file.source().failure(e);
        }
    }
}
