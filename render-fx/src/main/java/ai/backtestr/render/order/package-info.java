/// Lines of orders on a chart, to be dragged.
package ai.backtestr.render.order;
