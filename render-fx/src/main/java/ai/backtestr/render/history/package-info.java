/// Level of detail over a history of any length: what is on screen is asked for in the background and shown as
/// coarsely as it is known until it comes.
package ai.backtestr.render.history;
