package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotLayer;
import ai.backtestr.render.chart.PlotView;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/// Paints the drawings of an instrument and finds the one under the mouse.
///
/// Threads: confined to the FX thread.
final class DrawingLayer implements PlotLayer {
    /// No drawing has this number.
    static final long NONE = 0;

    private final DrawingPainter painter = new DrawingPainter();
    private final Outline outline = new Outline();
    private List<Drawing> drawings = List.of();
    private final List<Sketch> sketches = new ArrayList<>();
    private boolean shown = true;
    private long selected;
    private long hovered;
    private int activeHandle = HitTest.BODY;

    /// What was found at a point.
    ///
    /// @param id the drawing's number, [#NONE] if there is none
    /// @param part a handle's number, or else as [HitTest#at] says
    record Hit(long id, int part) {}

    @SuppressWarnings("ReferenceEquality") // what has not changed keeps its words
    void show(List<Drawing> now) {
        List<Sketch> before = List.copyOf(sketches);
        sketches.clear();
        for (int i = 0; i < now.size(); i++) {
            boolean same = i < before.size() && before.get(i).drawing() == now.get(i);
            sketches.add(same ? before.get(i) : new Sketch(now.get(i)));
        }
        drawings = now;
    }

    void setShown(boolean isShown) {
        shown = isShown;
    }

    void setSelected(long id) {
        selected = id;
        activeHandle = HitTest.BODY;
    }

    void setActiveHandle(int handle) {
        activeHandle = handle;
    }

    int activeHandle() {
        return activeHandle;
    }

    /// Takes in which drawing the mouse is over.
    ///
    /// @return whether it was another one before
    boolean setHovered(long id) {
        boolean changed = hovered != id;
        hovered = id;
        return changed;
    }

    @Override
    public boolean isShown() {
        return shown && !drawings.isEmpty();
    }

    @Override
    public boolean isBehindTrades() {
        return false;
    }

    @Override
    public void paint(GraphicsContext g, PlotView view) {
        if (view.isEmpty()) {
            return;
        }
        for (int i = 0; i < sketches.size(); i++) {
            Drawing drawing = sketches.get(i).drawing();
            OutlineMaker.make(sketches.get(i), view, outline);
            painter.paint(g, outline, drawing.style(), view);
            if (drawing.id() == selected || drawing.id() == hovered) {
                painter.paintHandles(
                        g, outline, drawing.style(), view, drawing.id() == selected ? activeHandle : HitTest.BODY);
            }
        }
    }

    /// Finds what is at a point: a handle of the drawing selected first, else the foremost drawing.
    Hit at(PlotView view, double x, double y) {
        if (!shown || view.isEmpty()) {
            return new Hit(NONE, HitTest.MISS);
        }
        Hit found = new Hit(NONE, HitTest.MISS);
        for (int i = sketches.size() - 1; i >= 0; i--) {
            OutlineMaker.make(sketches.get(i), view, outline);
            int part = HitTest.at(outline, x, y);
            long id = sketches.get(i).drawing().id();
            if (part >= 0 && id == selected) {
                return new Hit(id, part);
            } else if (part != HitTest.MISS && found.id() == NONE) {
                found = new Hit(id, part);
            }
        }
        return found;
    }
}
