package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotView;
import ai.backtestr.render.chart.PriceChart;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Lets the user draw on a chart: which tool is in hand, which drawing is selected, and what can be done with it.
///
/// Threads: belongs to the FX thread.
public final class DrawingBoard {
    private static final double COPY_PIXELS = 14;

    private final PriceChart chart;
    private final DrawingLayer layer = new DrawingLayer();
    private final ObjectProperty<@Nullable DrawingKind> tool = new SimpleObjectProperty<>();
    private final BooleanProperty magnet = new SimpleBooleanProperty(true);
    private final BooleanProperty keepingTool = new SimpleBooleanProperty();
    private final BooleanProperty shown = new SimpleBooleanProperty(true);
    private final LongProperty selected = new SimpleLongProperty(DrawingLayer.NONE);
    private final ObjectProperty<DrawingStyle> style = new SimpleObjectProperty<>(DrawingStyle.DEFAULT);
    private final Placing placing = new Placing(this);
    private Consumer<Drawing> onTextWanted = drawing -> {};
    private Consumer<String> onStep = words -> {};
    private DrawingSet set = new DrawingSet(List.of());
    private Runnable forget = set.listen(this::changed);

    /// Makes a chart one that can be drawn on.
    public DrawingBoard(PriceChart chart) {
        this.chart = chart;
        chart.addLayer(layer);
        new DrawingMouse(chart, this);
        shown.subscribe(is -> {
            layer.setShown(is);
            chart.repaintLayers();
        });
        selected.subscribe(id -> {
            layer.setSelected(id.longValue());
            chart.repaintLayers();
        });
        tool.subscribe(now -> placing.cancel());
    }

    /// Shows other drawings, those of another instrument say; none is selected then.
    public void show(DrawingSet other) {
        placing.cancel();
        forget.run();
        selected.set(DrawingLayer.NONE);
        set = other;
        forget = other.listen(this::changed);
        changed();
    }

    private void changed() {
        layer.show(set.drawings());
        if (selected.get() != DrawingLayer.NONE && set.find(selected.get()).isEmpty()) {
            selected.set(DrawingLayer.NONE);
        }
        chart.repaintLayers();
    }

    /// The kind that is drawn next; null for none.
    public ObjectProperty<@Nullable DrawingKind> tool() {
        return tool;
    }

    /// Whether anchors are drawn to prices of bars and ticks.
    public BooleanProperty magnet() {
        return magnet;
    }

    /// Whether the tool stays in hand after a drawing is done.
    public BooleanProperty keepingTool() {
        return keepingTool;
    }

    /// Whether drawings are shown.
    public BooleanProperty shown() {
        return shown;
    }

    /// The number of the drawing selected; 0 for none.
    public LongProperty selected() {
        return selected;
    }

    /// How drawings to come look.
    public ObjectProperty<DrawingStyle> style() {
        return style;
    }

    /// Returns the drawings shown.
    public DrawingSet set() {
        return set;
    }

    /// Returns the drawing selected.
    public Optional<Drawing> selectedDrawing() {
        return set.find(selected.get());
    }

    /// Sets who asks for the words of a text.
    void setOnTextWanted(Consumer<Drawing> listener) {
        onTextWanted = listener;
    }

    void askForText(Drawing drawing) {
        onTextWanted.accept(drawing);
    }

    /// Has the selected drawing, and those to come, look like that.
    public void restyle(DrawingStyle other) {
        style.set(other);
        selectedDrawing().ifPresent(drawing -> set.put(drawing.withStyle(other)));
    }

    /// Takes the selected drawing away.
    public void deleteSelected() {
        selectedDrawing().ifPresent(drawing -> set.remove(drawing.id()));
    }

    /// Puts a copy of the selected drawing beside it and selects that.
    public void duplicateSelected() {
        selectedDrawing().ifPresent(drawing -> {
            long id = set.freeId();
            set.put(Moves.moved(drawing.withId(id), view(), COPY_PIXELS, COPY_PIXELS));
            selected.set(id);
        });
    }

    /// Selects the next drawing, or the one before where `step` is -1, after the last the first.
    public void selectNext(int step) {
        List<Drawing> all = set.drawings();
        if (!all.isEmpty()) {
            int at = selectedDrawing().map(all::indexOf).orElse(-1);
            int next = at < 0 ? (step > 0 ? 0 : all.size() - 1) : Math.floorMod(at + step, all.size());
            selected.set(all.get(next).id());
        }
    }

    /// Undoes the last change of the drawings.
    ///
    /// @return whether there was anything
    public boolean undo() {
        placing.cancel();
        return told(set.undo(), "Undone: drawing.");
    }

    private boolean told(boolean isDone, String words) {
        if (isDone) {
            onStep.accept(words);
        }
        return isDone;
    }

    /// Sets who is told what was undone or done again.
    public void setOnStep(Consumer<String> listener) {
        onStep = listener;
    }

    /// Does again what was undone last.
    ///
    /// @return whether there was anything
    public boolean redo() {
        placing.cancel();
        return told(set.redo(), "Done again: drawing.");
    }

    PriceChart chart() {
        return chart;
    }

    PlotView view() {
        return chart.plotView();
    }

    DrawingLayer layer() {
        return layer;
    }

    Placing placing() {
        return placing;
    }
}
