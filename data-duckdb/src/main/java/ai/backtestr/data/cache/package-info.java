/// Random access to stored ticks: decoded pages kept within a budget of memory, read ahead in the direction of
/// travel, and what any stretch of time comes to for each column of a chart.
package ai.backtestr.data.cache;
