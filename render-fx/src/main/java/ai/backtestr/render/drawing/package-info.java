/// Drawing tools: lines, channels, retracements, texts and measures that stand in time and price. The package knows
/// the chart; the chart knows it as one of its layers only.
package ai.backtestr.render.drawing;
