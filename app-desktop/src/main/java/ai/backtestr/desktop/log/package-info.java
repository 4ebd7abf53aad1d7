/// The program's log as a part of the window.
package ai.backtestr.desktop.log;
