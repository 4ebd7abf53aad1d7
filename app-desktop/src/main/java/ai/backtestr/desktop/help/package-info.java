/// The guide as a part of the window.
package ai.backtestr.desktop.help;
