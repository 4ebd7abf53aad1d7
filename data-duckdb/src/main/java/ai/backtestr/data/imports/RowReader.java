package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a delimited file from its first to its last, without the header. Used by one thread at a time.
final class RowReader implements AutoCloseable {
    private final SourceFile file;
    private final MeteredStream raw;
    private final CsvReader<Row> csv;
    private final Iterator<Row> rows;

    /// Opens the file.
    ///
    /// @throws StoreException if it cannot be read
    RowReader(SourceFile file, Layout layout, ImportWatch watch) {
        this.file = file;
        try {
            raw = new MeteredStream(file.open(), watch);
        } catch (IOException e) {
            throw file.failure(e);
        }
        try {
            csv = csv(layout.delimiter(), SourceFile.unpack(raw));
            rows = csv.iterator();
            if (layout.header()) {
                next();
            }
        } catch (IOException e) {
            throw abandon(file.failure(e));
        } catch (RuntimeException e) {
            throw abandon(e);
        }
    }

    private RuntimeException abandon(RuntimeException reason) {
        try {
            raw.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    /// Opens delimited text, by the rules all passes over a file share.
    static CsvReader<Row> csv(char delimiter, InputStream text) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .build(new Row(), text, StandardCharsets.UTF_8);
    }

    /// Returns the next row, valid until the next call, or `null` at the end.
    ///
    /// @throws StoreException if the file cannot be read on
    @Nullable
    Row next() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException e) {
            throw file.failure(Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            throw failure(e);
        }
    }

    /// The parser wraps whatever is thrown below it, the wish to stop included.
    private RuntimeException failure(CsvParseException e) {
        if (e.getCause() instanceof RuntimeException thrownBelow) {
            return thrownBelow;
        }
        return new StoreException(file.path() + " is not delimited text: " + e.getMessage(), e);
    }

    /// Returns the SHA-256 of the whole file as it lies on disk; to be called at its end.
    String sha256() {
        try {
            return raw.finish();
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw file.failure(e);
        }
    }
}
