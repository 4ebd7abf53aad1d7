/// Keeps what was drawn on charts, with the instrument it was drawn on.
package ai.backtestr.desktop.drawing;
