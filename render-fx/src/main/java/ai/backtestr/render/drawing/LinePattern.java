package ai.backtestr.render.drawing;

/// How a line is broken up.
public enum LinePattern {
    SOLID,
    DASHED,
    DOTTED
}
