package ai.backtestr.render.chart;

/// The bars on screen: `from` (inclusive) to `to` (exclusive), both within the bars there are.
///
/// @param from index of the first bar, 0 or more
/// @param to index after the last bar, not below `from`
public record VisibleRange(int from, int to) {}
