/// Choosing and changing what the chart shows beside prices.
package ai.backtestr.desktop.indicator;
