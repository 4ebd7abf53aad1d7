/// Virtualized tables.
package ai.backtestr.render.table;
