/// Panes that the user arranges: in groups of tabs, beside each other, in windows of their own.
package ai.backtestr.desktop.dock;
