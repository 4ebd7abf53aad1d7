/// Level of detail: what many bars come to when they share few pixels.
package ai.backtestr.render.lod;
