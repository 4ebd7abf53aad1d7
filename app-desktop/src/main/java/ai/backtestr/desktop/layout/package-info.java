/// The workspaces that the user names: which charts there are, and where all parts of the window stand.
package ai.backtestr.desktop.layout;
