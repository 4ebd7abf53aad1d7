package ai.backtestr.desktop.layout;

import java.util.Objects;

/// What the charts of a group share beside the time cursor.
///
/// @param colour the group
/// @param instrument whether all of them show the same instrument
/// @param range whether all of them show the same stretch of time
public record LinkRule(LinkColour colour, boolean instrument, boolean range) {
    public LinkRule {
        Objects.requireNonNull(colour, "colour");
    }
}
