package ai.backtestr.data.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;

/// A file of delimited text.
///
/// @param source the file
/// @param format the name of its format
/// @param layout how its rows are laid out
record TextFile(SourceFile source, String format, Layout layout) implements TickFile {
    private static final int HEAD_BYTES = SourceFile.BUFFER_BYTES;

    @Override
    public String describe() {
        return layout.describe(format);
    }

    @Override
    public TickReader read(ImportWatch watch) {
        return new RowTicks(rows(watch), new TickParser(layout, new char[0]));
    }

    /// Opens its rows.
    ///
    /// @throws ai.backtestr.data.store.StoreException if they cannot be read
    Rows rows(ImportWatch watch) {
        try {
            return new TextRows(source, layout, true, open(watch));
        } catch (IOException e) {
            throw source.failure(e);
        }
    }

    @Override
    public FileBatches batches(
            TickTaker taker, ExecutorService pool, ImportBuffers buffers, int depth, ImportWatch watch) {
        return isDivisible()
                ? new TextBatches(this, taker, pool, buffers, depth, watch)
                : new ReaderBatches(this, taker, pool, buffers, watch);
    }

    /// Opens the text, unpacked.
    InputStream open(ImportWatch watch) throws IOException {
        MeteredStream raw = source.open(watch);
        try {
            return Packing.unpack(raw);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /// Tells whether lines can be read without those above: nothing is carried over from row to row, and lines end
    /// where a byte says so, which is not so in UTF-16.
    private boolean isDivisible() {
        return !layout.carriesOver() && !layout.time().looksBack() && endsLinesByFeed();
    }

    private boolean endsLinesByFeed() {
        byte[] head = source.head(HEAD_BYTES);
        boolean utf16 = head.length > 1 && (head[0] & 0xff) >= 0xfe && (head[1] & 0xff) >= 0xfe;
        boolean feeds = false;
        for (byte b : head) {
            feeds |= b == '\n';
        }
        return feeds && !utf16;
    }
}
