package ai.backtestr.render.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a wish came to, ready to be painted. Immutable; any thread.
///
/// @param wish what was wanted
/// @param footprints of the bars, in their order
/// @param profile of the stretch on screen; null if none is wanted
/// @param sessions of the trading days, in their order
/// @param words what is counted, how the sides of the ticks are known, and how high rows are
record FlowPicture(
        FlowWish wish, List<Footprint> footprints, @Nullable Profile profile, List<Profile> sessions, String words) {

    /// The rows of a bar, with their words.
    ///
    /// @param bar when it begins and ends
    /// @param rows its rows
    /// @param sold of each row, as it is written
    /// @param bought of each row
    /// @param delta of the bar
    record Footprint(Span bar, FlowRows rows, List<String> sold, List<String> bought, String delta) {}

    /// The rows of a stretch of time, with the words beside them.
    ///
    /// @param span when it begins and ends
    /// @param rows its rows
    /// @param control where the point of control is
    /// @param valueHigh the highest price of the value area
    /// @param valueLow the lowest
    record Profile(Span span, FlowRows rows, String control, String valueHigh, String valueLow) {}
}
