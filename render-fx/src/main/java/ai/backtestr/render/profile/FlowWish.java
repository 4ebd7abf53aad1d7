package ai.backtestr.render.profile;

import java.util.List;

/// What of the order flow a chart wants to show.
///
/// @param version its number: a newer wish has a higher one
/// @param bars the bars on screen whose footprints are wanted, ascending; none for no footprints
/// @param barRow height of a row of them, at the price scale
/// @param visible whether the profile of the stretch on screen is wanted
/// @param sessions whether the profile of each trading day in that stretch is wanted
/// @param span the stretch on screen
/// @param profileRow height of a row of profiles
record FlowWish(
        long version, List<Span> bars, long barRow, boolean visible, boolean sessions, Span span, long profileRow) {}
