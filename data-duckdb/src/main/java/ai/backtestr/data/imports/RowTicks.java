package ai.backtestr.data.imports;

import org.jspecify.annotations.Nullable;

/// The rows of a file as ticks. A row that holds a quote and a trade is handed out twice, the quote first.
final class RowTicks implements TickReader {
    private final Rows rows;
    private final TickParser parser;
    private @Nullable Row withTrade;

    RowTicks(Rows rows, TickParser parser) {
        this.rows = rows;
        this.parser = parser;
    }

    @Override
    public boolean next() {
        Row pending = withTrade;
        if (pending != null) {
            withTrade = null;
            parser.readTrade(pending);
            return true;
        }
        Row row = rows.next();
        if (row == null) {
            return false;
        }
        parser.read(row);
        withTrade = parser.holdsTradeToo(row) ? row : null;
        return true;
    }

    @Override
    public RawTick tick() {
        return parser.tick();
    }

    @Override
    public void close() {
        rows.close();
    }
}
