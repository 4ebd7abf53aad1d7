package ai.backtestr.desktop.sql;

import java.util.function.Predicate;

/// Hears of the row that the user selects, if it has a time. FX thread.
@FunctionalInterface
public interface SqlLink {
    /// Takes the row selected.
    ///
    /// @param of tells whether the row is about an instrument of a symbol
    /// @param timeNs nanoseconds since the epoch, UTC
    void selected(Predicate<String> of, long timeNs);
}
