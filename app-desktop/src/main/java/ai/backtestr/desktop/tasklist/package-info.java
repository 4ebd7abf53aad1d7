/// What runs in the background as the user sees it: how far it is, how it ended, and a way to stop it.
package ai.backtestr.desktop.tasklist;
