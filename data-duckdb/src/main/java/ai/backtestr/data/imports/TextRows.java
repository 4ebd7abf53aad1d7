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
    private final CsvReader<Row> csv;
    private final Iterator<Row> rows;

    /// Opens lines of a file; closes them if that fails.
    ///
    /// @param top whether the file begins with them
    /// @throws StoreException if they cannot be read
    TextRows(SourceFile file, Layout layout, boolean top, InputStream lines) {
        this.file = file;
        try {
            csv = csv(layout.delimiter(), top, lines);
            rows = csv.iterator();
            if (top && layout.header()) {
                next();
            }
        } catch (RuntimeException e) {
            throw abandon(lines, e);
        }
    }

    private static RuntimeException abandon(InputStream lines, RuntimeException reason) {
        try {
            lines.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    /// Opens delimited text, by the rules all passes over a file share.
    ///
    /// @param top whether a file begins with it, maybe with a byte order mark
    static CsvReader<Row> csv(char delimiter, boolean top, InputStream text) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(top)
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
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw file.failure(e);
        }
    }
}
