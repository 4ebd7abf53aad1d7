package ai.backtestr.data.imports;

import ai.backtestr.data.store.StoreException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The first rows of a file, from which its format is told.
///
/// @param file the file
/// @param delimiter the character between two columns
/// @param point the decimal point
/// @param rows the rows, at least one, a header included
record Sample(SourceFile file, char delimiter, char point, List<List<String>> rows) {
    static final int ROWS = 200;

    private static final int MIN_COLUMNS = 3;

    // A tie goes to the first: a comma can also stand within numbers.
    private static final char[] DELIMITERS = {';', '\t', '|', ','};

    // Only where none of those makes columns, as they can also stand within times.
    private static final char[] RARE_DELIMITERS = {' ', '~', '^', '#', '!', '@', '&', '*', '=', '/', '_', ':'};
    private static final Pattern COMMA_NUMBER = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern POINT_NUMBER = Pattern.compile("-?\\d+\\.\\d+");

    /// Takes the first rows of delimited text.
    ///
    /// @throws StoreException if the file is binary or holds no rows
    static Sample of(SourceFile file) {
        byte[] head = file.head(SourceFile.BUFFER_BYTES);
        requireText(file, head);
        char delimiter = delimiter(head);
        List<List<String>> rows = rows(head, delimiter);
        if (rows.isEmpty()) {
            throw new StoreException(file.where()
                    + (isBlank(head)
                            ? " holds blank lines only; there is nothing to import"
                            : " is not delimited text, nor of another known format; export it as CSV first"));
        }
        return new Sample(file, delimiter, point(rows, delimiter), rows);
    }

    private static boolean isBlank(byte[] head) {
        return new String(head, StandardCharsets.UTF_8).isBlank();
    }

    private static void requireText(SourceFile file, byte[] head) {
        boolean utf16 = head.length > 1 && (head[0] & 0xff) >= 0xfe && (head[1] & 0xff) >= 0xfe;
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && !utf16) {
                throw new StoreException(file.where()
                        + " is a binary file of no known format; state its format or export it as CSV first");
            }
        }
    }

    /// The delimiter that divides most rows into as many columns as the first, then the one with the most columns.
    private static char delimiter(byte[] head) {
        char usual = delimiter(head, DELIMITERS);
        return width(head, usual) < MIN_COLUMNS ? delimiter(head, RARE_DELIMITERS) : usual;
    }

    private static int width(byte[] head, char delimiter) {
        List<List<String>> rows = rows(head, delimiter);
        return rows.isEmpty() ? 0 : rows.getFirst().size();
    }

    private static char delimiter(byte[] head, char... delimiters) {
        char best = ',';
        long bestScore = 0;
        for (char delimiter : delimiters) {
            List<List<String>> rows = rows(head, delimiter);
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

    private static List<List<String>> rows(byte[] head, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<Row> csv = TextRows.csv(delimiter, true, new ByteArrayInputStream(head))) {
            for (Row row : csv) {
                rows.add(texts(row));
                if (rows.size() == ROWS) {
                    return rows;
                }
            }
        } catch (CsvParseException e) {
            // The sample can end, or a wrong delimiter begin, within quotes: the rows before that still tell.
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
        boolean cut = head.length == SourceFile.BUFFER_BYTES && rows.size() > 1;
        return cut ? rows.subList(0, rows.size() - 1) : rows;
    }

    static List<String> texts(Row row) {
        return IntStream.range(0, row.fields()).mapToObj(row::text).toList();
    }

    private static char point(List<List<String>> rows, char delimiter) {
        return delimiter != ',' && count(rows, COMMA_NUMBER) > count(rows, POINT_NUMBER) ? ',' : '.';
    }

    private static long count(List<List<String>> rows, Pattern form) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(text -> form.matcher(text).matches())
                .count();
    }

    List<String> first() {
        return rows.getFirst();
    }

    int count() {
        return first().size();
    }

    /// Tells whether the first row has names rather than numbers.
    boolean startsWithNames() {
        return first().stream().noneMatch(this::isNumber);
    }

    /// The rows without the first.
    ///
    /// @throws StoreException if there are none
    List<List<String>> belowHeader() {
        if (rows.size() < 2) {
            throw new StoreException(file.where() + " has a header and no rows; there is nothing to import");
        }
        return rows.subList(1, rows.size());
    }

    /// Tells whether the names in the first row begin with these, by [ColumnRole#plain].
    boolean headerIs(String... names) {
        return count() >= names.length
                && IntStream.range(0, names.length)
                        .allMatch(i -> ColumnRole.plain(first().get(i)).equals(names[i]));
    }

    /// Tells whether a condition holds for most rows of full width.
    static boolean mostly(List<List<String>> data, Predicate<List<String>> condition) {
        int count = data.getFirst().size();
        List<List<String>> whole =
                data.stream().filter(row -> row.size() == count).toList();
        return 2 * whole.stream().filter(condition).count() > whole.size();
    }

    boolean isNumber(String text) {
        return number(text) != null;
    }

    @Nullable
    Double number(String text) {
        try {
            return Double.valueOf(point == '.' ? text : text.replace(point, '.'));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// Tells whether a column of a row counts time since the epoch.
    boolean isEpoch(List<String> row, int column) {
        Double count = number(row.get(column));
        return count != null && count < Long.MAX_VALUE && EpochUnit.of(count.longValue()) != null;
    }
}
