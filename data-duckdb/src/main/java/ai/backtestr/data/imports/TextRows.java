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

/// The rows of delimited text.
final class TextRows implements Rows {
    private final SourceFile file;
    private final MeteredStream raw;
    private final CsvReader<Row> csv;
    private final Iterator<Row> rows;

    /// Opens the file.
    ///
    /// @throws StoreException if it cannot be read
    TextRows(SourceFile file, Layout layout, ImportWatch watch) {
        this.file = file;
        raw = file.open(watch);
        try {
            csv = csv(layout.delimiter(), Packing.unpack(raw));
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

    @Override
    public @Nullable Row next() {
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
        return new StoreException(file.where() + " is not delimited text: " + e.getMessage(), e);
    }

    @Override
    public String digest() {
        return file.finish(raw);
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
