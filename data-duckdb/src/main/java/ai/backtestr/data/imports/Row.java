package ai.backtestr.data.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/// The current row of a file: one object for all rows, so that reading allocates nothing per row. Blanks
/// around fields are dropped.
final class Row extends AbstractBaseCsvCallbackHandler<Row> {
    private char[] chars = new char[256];
    private int[] ends = new int[16];
    private int fields;
    private long line;

    @Override
    protected void handleBegin(long startingLineNumber) {
        begin(startingLineNumber);
    }

    /// Starts a row without fields.
    void begin(long number) {
        fields = 0;
        line = number;
    }

    /// Adds a field.
    void add(String text) {
        handleField(fields, text.toCharArray(), 0, text.length(), false);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ') {
            from++;
        }
        while (to > from && buffer[to - 1] <= ' ') {
            to--;
        }
        int start = start(fields);
        int end = start + to - from;
        if (end > chars.length) {
            chars = Arrays.copyOf(chars, 2 * end);
        }
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        System.arraycopy(buffer, from, chars, start, to - from);
        ends[fields++] = end;
    }

    @Override
    protected Row buildRecord() {
        return this;
    }

    /// The line it begins on, from 1.
    long line() {
        return line;
    }

    int fields() {
        return fields;
    }

    /// The characters of all fields, one after the other.
    char[] chars() {
        return chars;
    }

    int start(int field) {
        return field == 0 ? 0 : ends[field - 1];
    }

    int end(int field) {
        return ends[field];
    }

    boolean isEmpty(int field) {
        return start(field) == end(field);
    }

    String text(int field) {
        return new String(chars, start(field), end(field) - start(field));
    }
}
