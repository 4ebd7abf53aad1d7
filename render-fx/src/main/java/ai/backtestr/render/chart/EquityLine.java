package ai.backtestr.render.chart;

import ai.backtestr.render.series.EquitySource;

/// The equity of a run, to be drawn beside that of others.
///
/// @param name what the run is called in the legend
/// @param equity its curve, which has ended
/// @param quiet whether it is drawn thinner and in the colour of axes, as what others are compared with
public record EquityLine(String name, EquitySource equity, boolean quiet) {}
