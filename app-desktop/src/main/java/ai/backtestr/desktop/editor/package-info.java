/// The code pane: strategies' sources, highlighted, checked while they are typed, saved and run.
package ai.backtestr.desktop.editor;
