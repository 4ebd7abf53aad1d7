/// What a chart reads: bars and other series that grow while they are drawn.
package ai.backtestr.render.series;
