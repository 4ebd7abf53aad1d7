/// Where axes put their labels and what the labels say.
package ai.backtestr.render.axis;
