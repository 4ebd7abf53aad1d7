/// The rows of tables: of stored ticks and bars by the billion, and of lists; filtered, sorted, written to files.
package ai.backtestr.desktop.table;
