/// The SQL console: statements on the store, completed while they are typed, and what they find.
package ai.backtestr.desktop.sql;
