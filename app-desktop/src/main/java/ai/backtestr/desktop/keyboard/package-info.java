/// What the mouse does in a window, done with keys: dividers, columns of tables, context menus, explanations.
package ai.backtestr.desktop.keyboard;
