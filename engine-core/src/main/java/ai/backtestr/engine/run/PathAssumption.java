package ai.backtestr.engine.run;

import java.util.Locale;

/// On which way the price is assumed to have gone through a bar, of which open, high, low and close are known and
/// nothing else.
public enum PathAssumption {
    /// From the open to the nearer of high and low, then to the other, then to the close; to the low first where
    /// both are as far.
    NEAREST,
    /// What is worse for the account. With a position, from the open and again from each execution inside the bar,
    /// to the extreme against it, even if that was seen before, then to the other unless that was seen, then to the
    /// close. Without one, first to the extreme that a position entered inside the bar would profit from, so that
    /// it is over by then; without an order that could enter, as [#NEAREST].
    PESSIMISTIC,
    /// What is better for the account: the other way round.
    OPTIMISTIC;

    /// Reads `nearest`, `pessimistic` or `optimistic`.
    ///
    /// @throws IllegalArgumentException if it is none of these
    public static PathAssumption parse(String text) {
        for (PathAssumption path : values()) {
            if (path.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return path;
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' is not a path assumption; there are nearest, pessimistic and optimistic");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
