package ai.backtestr.desktop.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// How CSV is written everywhere in the program: commas, quotes only where needed, one `\n` a line.
public final class CsvText {
    private CsvText() {}

    /// Writes records of that form to `out`, all of them when it returns.
    ///
    /// @param records hands records to the writer
    public static void write(Writer out, Consumer<CsvWriter> records) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        records.accept(csv);
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(List<String> columns, Stream<List<String>> rows) {
        StringWriter text = new StringWriter();
        write(text, csv -> {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        });
        return text.toString();
    }
}
