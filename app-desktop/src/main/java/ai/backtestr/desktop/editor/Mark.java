package ai.backtestr.desktop.editor;

/// A stretch of a line that is marked.
///
/// @param kind what for
/// @param line from 0
/// @param from its first column, from 0
/// @param to the column after its last
record Mark(Kind kind, int line, int from, int to) {
    /// What a stretch is marked for.
    enum Kind {
        PROBLEM,
        FOUND,
        BRACKET
    }
}
