/// Holds the chart against its targets on a large store, in a window.
@org.jspecify.annotations.NullMarked
package ai.backtestr.benchmarks.chart;
