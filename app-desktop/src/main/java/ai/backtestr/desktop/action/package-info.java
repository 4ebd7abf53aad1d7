/// What can be done in the window: one registry, of which menus, shortcuts, palette and shortcut sheet are made.
package ai.backtestr.desktop.action;
