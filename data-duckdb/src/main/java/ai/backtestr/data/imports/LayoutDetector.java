package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds out a file's layout from its first 64 KB.
final class LayoutDetector {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLED_ROWS = 200;

    // Two prices of one quote are this close; a price and a quantity hardly ever are, row after row.
    private static final double WIDEST_SPREAD = 0.05;
    private static final String WAY_OUT =
            "add a header line such as 'time,price,size,side' or 'time,bid,ask,bid_size,ask_size'";

    private final SourceFile file;

    private LayoutDetector(SourceFile file) {
        this.file = file;
    }

    /// @throws StoreException if the file is not delimited text, or its columns are not those of trades or quotes
    static Layout detect(SourceFile file) {
        return new LayoutDetector(file).detect();
    }

    private Layout detect() {
        byte[] sample = sample();
        requireText(sample);
        char delimiter = delimiter(sample);
        List<List<String>> rows = rows(sample, delimiter);
        if (rows.isEmpty()) {
            throw new StoreException(file.path() + " holds blank lines only; there is nothing to import");
        }
        List<String> first = rows.getFirst();
        if (first.size() < 3) {
            throw new StoreException(file.path() + " has no columns of ticks: no row is divided by comma, semicolon,"
                    + " tab or pipe into three or more; " + WAY_OUT);
        }
        boolean header = Columns.knowsAny(first) && first.stream().noneMatch(LayoutDetector::isNumber);
        List<List<String>> data = header ? rows.subList(1, rows.size()) : rows;
        if (data.isEmpty()) {
            throw new StoreException(file.path() + " has a header and no rows; there is nothing to import");
        }
        Columns columns = header ? named(first) : unnamed(data);
        return new Layout(delimiter, header, columns, isEpoch(data, columns.time()));
    }

    private byte[] sample() {
        try (InputStream in = SourceFile.unpack(file.open())) {
            return in.readNBytes(SourceFile.BUFFER_BYTES);
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    private void requireText(byte[] sample) {
        boolean utf16 = sample.length > 1 && (sample[0] & 0xff) >= 0xfe && (sample[1] & 0xff) >= 0xfe;
        for (byte b : sample) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && !utf16) {
                throw new StoreException(
                        file.path() + " is a binary file, not delimited text; unpack or export it as CSV first");
            }
        }
    }

    /// The delimiter that divides most rows into as many columns as the first, then the one with the most columns.
    private static char delimiter(byte[] sample) {
        char best = DELIMITERS[0];
        long bestScore = -1;
        for (char delimiter : DELIMITERS) {
            List<List<String>> rows = rows(sample, delimiter);
            int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
            long alike = rows.stream().filter(row -> row.size() == columns).count();
            long score = columns < 2 ? 0 : alike * 1000 + columns;
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<List<String>> rows(byte[] sample, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<Row> csv = RowReader.csv(delimiter, new ByteArrayInputStream(sample))) {
            for (Row row : csv) {
                rows.add(IntStream.range(0, row.fields()).mapToObj(row::text).toList());
                if (rows.size() == SAMPLED_ROWS) {
                    return rows;
                }
            }
        } catch (CsvParseException e) {
            // The sample can end, or a wrong delimiter begin, within quotes: the rows before that still tell.
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
        boolean cut = sample.length == SourceFile.BUFFER_BYTES && rows.size() > 1;
        return cut ? rows.subList(0, rows.size() - 1) : rows;
    }

    private Columns named(List<String> header) {
        Columns columns = Columns.named(header);
        if (columns == null) {
            throw new StoreException(file.path() + ": its header '" + String.join(",", header)
                    + "' names neither time, price and size nor time, bid and ask; rename the columns");
        }
        return columns;
    }

    private Columns unnamed(List<List<String>> data) {
        int count = data.getFirst().size();
        boolean close = mostly(data, LayoutDetector::isQuote);
        if (close && (count == 3 || count == 5)) {
            return Columns.ofQuotes(count);
        }
        if (!close && (count == 3 || (count == 4 && mostly(data, row -> TickParser.isSide(row.get(3)))))) {
            return Columns.ofTrades(count);
        }
        throw new StoreException(file.path() + " has no header, and its " + count
                + " columns cannot be told from their content; " + WAY_OUT);
    }

    private static boolean mostly(List<List<String>> data, Predicate<List<String>> condition) {
        int count = data.getFirst().size();
        List<List<String>> whole =
                data.stream().filter(row -> row.size() == count).toList();
        return 2 * whole.stream().filter(condition).count() > whole.size();
    }

    private static boolean isQuote(List<String> row) {
        Double bid = number(row.get(1));
        Double ask = number(row.get(2));
        return bid != null && ask != null && Math.abs(ask - bid) <= WIDEST_SPREAD * Math.abs(bid);
    }

    private static boolean isEpoch(List<List<String>> data, int time) {
        return 2
                        * data.stream()
                                .filter(row -> row.size() > time && isNumber(row.get(time)))
                                .count()
                > data.size();
    }

    private static boolean isNumber(String text) {
        return number(text) != null;
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
