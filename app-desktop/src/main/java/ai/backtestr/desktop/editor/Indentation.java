package ai.backtestr.desktop.editor;

import java.util.List;

/// How far lines of Java are set in: four columns for each level.
final class Indentation {
    static final String LEVEL = "    ";

    private Indentation() {}

    /// Returns what a line begins with.
    static String of(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /// Returns what a line is to begin with that Enter makes: as the one above, a level deeper after an opening
    /// bracket.
    ///
    /// @param before what stands before the caret
    static String after(String before) {
        String end = before.strip();
        boolean opens = end.endsWith("{") || end.endsWith("(") || end.endsWith("->");
        return of(before) + (opens ? LEVEL : "");
    }

    /// Tells whether Enter is to put the caret on a line between two brackets: `{|}`.
    static boolean isBetween(String before, String after) {
        return before.stripTrailing().endsWith("{") && after.stripLeading().startsWith("}");
    }

    /// Returns a line a level less deep.
    static String less(String line) {
        int spaces = Math.min(LEVEL.length(), of(line).length());
        return line.startsWith("\t") ? line.substring(1) : line.substring(spaces);
    }

    /// Returns lines a level deeper; empty ones stay empty.
    static String more(String line) {
        return line.isBlank() ? line : LEVEL + line;
    }

    /// Returns lines with `//` before each or, where each that is not blank has it, without.
    static List<String> comment(List<String> lines) {
        boolean all = lines.stream()
                .filter(line -> !line.isBlank())
                .allMatch(line -> line.strip().startsWith("//"));
        return lines.stream()
                .map(line ->
                        line.isBlank() ? line : all ? line.replaceFirst("// ?", "") : of(line) + "// " + line.strip())
                .toList();
    }
}
