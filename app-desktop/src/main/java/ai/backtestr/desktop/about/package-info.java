/// What the program is, what it runs on, and what it is made of.
package ai.backtestr.desktop.about;
