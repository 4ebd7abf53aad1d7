package ai.backtestr.desktop.userstrategy;

import java.util.List;

/// Something that keeps a strategy's source from being used.
///
/// @param file name of the file
/// @param line from 1; 0 if it belongs to no line
/// @param column from 1; 0 if it belongs to no column
/// @param message what is wrong, in a line
/// @param sourceLine the line of the source; empty if there is none
public record SourceProblem(String file, long line, long column, String message, String sourceLine) {
    static SourceProblem ofFile(String file, String message) {
        return new SourceProblem(file, 0, 0, message, "");
    }

    /// Returns where and what, in a line: `MyCross.java:12:9: ';' expected`.
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + (column == 0 ? "" : ":" + column);
        return place + ": " + message;
    }

    /// Returns where and what, and where there is one the source line with a mark under the column.
    public List<String> lines() {
        if (sourceLine.isBlank()) {
            return List.of(toString());
        }
        String before = sourceLine.substring(0, Math.clamp(column - 1, 0, sourceLine.length()));
        return List.of(toString(), "    " + sourceLine, "    " + before.replaceAll("[^\t]", " ") + "^");
    }
}
