package ai.backtestr.data.imports;

/// What the time of a bar in a file says.
public enum BarStamp {
    /// When it began.
    START,
    /// When it ended.
    END
}
