package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.report.CsvText;
import ai.backtestr.desktop.report.JsonText;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/// Rows that can be printed as a table, as CSV or as JSON, once, each row as it is made.
abstract class TextRows implements Iterator<String[]> {
    /// Returns the columns of texts.
    abstract List<String> textColumns();

    /// Returns the columns of numbers, which come after those of texts; a cell can be empty.
    abstract List<String> numberColumns();

    final void printTable(Terminal terminal) {
        TextTable table = new TextTable(textColumns().toArray(String[]::new))
                .withNumbers(numberColumns().toArray(String[]::new));
        forEachRemaining(table::row);
        terminal.line(table.toString());
    }

    final void printCsv(Terminal terminal) {
        CsvText.write(terminal.out(), csv -> {
            csv.writeRecord(Stream.concat(textColumns().stream(), numberColumns().stream())
                    .toList());
            forEachRemaining(csv::writeRecord);
        });
    }

    final void printJson(Terminal terminal) {
        JsonGenerator json = JsonText.MAPPER.createGenerator(terminal.out());
        json.writeStartArray();
        forEachRemaining(row -> writeObject(json, row));
        json.writeEndArray();
        json.flush();
        terminal.line("");
    }

    private void writeObject(JsonGenerator json, String[] row) {
        json.writeStartObject();
        int texts = textColumns().size();
        for (int i = 0; i < texts; i++) {
            json.writeStringProperty(textColumns().get(i), row[i]);
        }
        for (int i = texts; i < row.length; i++) {
            json.writeName(numberColumns().get(i - texts));
            if (row[i].isEmpty()) {
                json.writeNull();
            } else {
                json.writeNumber(row[i]);
            }
        }
        json.writeEndObject();
    }
}
