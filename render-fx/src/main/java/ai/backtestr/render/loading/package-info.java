/// Work that is done in the background for what is on screen.
package ai.backtestr.render.loading;
