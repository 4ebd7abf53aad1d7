package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.QueryResult;
import ai.backtestr.data.store.QueryResult.Column;
import ai.backtestr.desktop.report.CsvText;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.JsonText;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Prints the rows of a query once, row by row.
final class QueryPrinter {
    private static final int TABLE_ROWS = 1000;
    private static final Pattern NUMBER_TYPE =
            Pattern.compile("U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\\(.*\\)");

    private final QueryResult rows;
    private final Terminal terminal;
    private final List<Column> columns;

    QueryPrinter(QueryResult rows, Terminal terminal) {
        this.rows = rows;
        this.terminal = terminal;
        this.columns = rows.columns();
    }

    /// For people: the first thousand rows.
    void table() {
        TextTable table = new TextTable(names());
        int count = 0;
        while (count < TABLE_ROWS && rows.next()) {
            table.row(row("NULL"));
            count++;
        }
        terminal.line(table.toString());
        if (rows.next()) {
            terminal.message(
                    "only the first " + FigureText.count(TABLE_ROWS) + " rows are shown; --csv and --json print all");
        }
    }

    void csv() {
        CsvText.write(terminal.out(), this::writeCsv);
    }

    private void writeCsv(CsvWriter csv) {
        csv.writeRecord(names());
        while (rows.next()) {
            csv.writeRecord(row(""));
        }
    }

    void json() {
        JsonGenerator json = JsonText.MAPPER.createGenerator(terminal.out());
        json.writeStartArray();
        while (rows.next()) {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                json.writeName(columns.get(i).name());
                writeValue(json, columns.get(i).type(), rows.text(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.flush();
        terminal.line("");
    }

    private static void writeValue(JsonGenerator json, String type, @Nullable String text) {
        if (text == null) {
            json.writeNull();
        } else if (type.equals("BOOLEAN")) {
            json.writeBoolean(Boolean.parseBoolean(text));
        } else if (NUMBER_TYPE.matcher(type).matches() && isFinite(text)) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }

    /// JSON has no numbers for `nan` and `inf`.
    private static boolean isFinite(String text) {
        return Character.isDigit(text.charAt(text.length() - 1));
    }

    private String[] names() {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }

    private String[] row(String forNull) {
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            String text = rows.text(i);
            cells[i] = text == null ? forNull : text;
        }
        return cells;
    }
}
