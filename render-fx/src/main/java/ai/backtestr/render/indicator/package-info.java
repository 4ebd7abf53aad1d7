/// Indicators of a chart: what is set about them, and their values for the stretch on screen.
package ai.backtestr.render.indicator;
