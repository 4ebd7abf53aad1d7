package ai.backtestr.desktop.commandline;

import java.util.ArrayList;
import java.util.List;

/// A table for a terminal: texts to the left, numbers to the right of their columns.
final class TextTable {
    private static final String GAP = "  ";

    private final List<String> titles = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private int textColumns;

    /// Makes an empty table with columns of texts.
    TextTable(String... textTitles) {
        titles.addAll(List.of(textTitles));
        textColumns = titles.size();
    }

    /// Adds columns of numbers after those of texts.
    TextTable withNumbers(String... numberTitles) {
        titles.addAll(List.of(numberTitles));
        return this;
    }

    /// Adds a row with a cell for every column.
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /// Returns the table without a line end at its end.
    @Override
    public String toString() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(titles);
        lines.addAll(rows);
        int[] widths = widths(lines);
        lines.add(1, rules(widths));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            append(text, line, widths);
        }
        text.setLength(text.length() - 1);
        return text.toString();
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return widths;
    }

    private static List<String> rules(int[] widths) {
        List<String> rules = new ArrayList<>();
        for (int width : widths) {
            rules.add("-".repeat(width));
        }
        return rules;
    }

    private void append(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : GAP);
            line.append(i < textColumns ? cells.get(i) + space : space + cells.get(i));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
