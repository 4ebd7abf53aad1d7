/// The price chart: a control painted on layered canvases, and pictures of it.
package ai.backtestr.render.chart;
