package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import java.util.Arrays;
import java.util.List;

/// Parquet files, read by the database. Columns are found by their names, as in a header, or stated by the user.
final class Parquet extends TickFormat {
    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    Parquet() {
        super("parquet", "columns named time, price and size, or time, bid and ask");
    }

    /// Tells whether a file is one by its first bytes.
    boolean recognises(SourceFile file) {
        return Arrays.equals(file.head(MAGIC.length), MAGIC);
    }

    @Override
    boolean takesColumns() {
        return true;
    }

    @Override
    TickFile open(SourceFile file, Request request) {
        if (file.entry() != null || !recognises(file)) {
            throw new StoreException(file.where()
                    + (file.entry() == null
                            ? " is no Parquet file"
                            : " is a Parquet file within a zip file; unpack it first"));
        }
        Sample sample = ParquetRows.sample(file);
        ColumnChoice stated = request.options().columns();
        Columns columns = stated == null ? GenericCsv.named(sample) : stated.in(file, sample.first(), sample.count());
        List<List<String>> data = sample.belowHeader();
        Layout layout = Layout.of(sample, true, columns, GenericCsv.time(sample, data, columns, request));
        Integer scale = request.options().scale();
        Layout scaled = scale == null ? layout : layout.withPriceShift(scale);
        return new RowsFile(file, name(), scaled.withSymbol(sample, request), watch -> new ParquetRows(file, watch));
    }
}
