package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotView;
import ai.backtestr.render.chart.PriceChart;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A chart with the tools to draw on it: the tool bar to its left, and over it what changes the selected drawing.
///
/// Threads: belongs to the FX thread.
public final class DrawingPane extends BorderPane {
    private static final double STYLE_BAR_TOP = 62;
    private static final double EDITOR_WIDTH = 240;

    private final DrawingBoard board;
    private final StyleBar style;
    private final TextField words = new TextField();
    private @Nullable Drawing worded;
    private Runnable forget = () -> {};

    /// Makes a chart one that can be drawn on, and takes it in.
    public DrawingPane(PriceChart chart) {
        board = new DrawingBoard(chart);
        style = new StyleBar(board);
        StackPane.setAlignment(style, Pos.TOP_CENTER);
        StackPane.setMargin(style, new Insets(STYLE_BAR_TOP, 0, 0, 0));
        StackPane.setAlignment(words, Pos.TOP_LEFT);
        prepareWords();
        StackPane center = new StackPane(chart, focusMark(chart), style, words);
        center.setMinSize(0, 0);
        setCenter(center);
        setLeft(tools());
        DrawingKeys keys = new DrawingKeys(board);
        addEventFilter(KeyEvent.KEY_PRESSED, keys::press);
        board.selected().subscribe(now -> showStyle());
        board.setOnTextWanted(this::askForWords);
    }

    /// What style sheets show while the chart has the keyboard.
    private static Region focusMark(PriceChart chart) {
        Region mark = new Region();
        mark.getStyleClass().add("chart-focus");
        mark.setMouseTransparent(true);
        mark.visibleProperty().bind(chart.focusedProperty());
        return mark;
    }

    private ScrollPane tools() {
        ScrollPane tools = new ScrollPane(new DrawingToolBar(board));
        tools.setFitToWidth(true);
        tools.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        tools.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        tools.getStyleClass().add("drawing-tools-scroll");
        tools.setFocusTraversable(false);
        tools.setMinHeight(0);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        return tools;
    }

    private void showStyle() {
        forget.run();
        forget = board.set().listen(this::showSelected);
        showSelected();
    }

    private void showSelected() {
        board.selectedDrawing().ifPresent(style::show);
        boolean isSelected = board.selectedDrawing().isPresent();
        if (!isSelected && style.isFocusWithin()) {
            board.chart().requestFocus();
        }
        style.setVisible(isSelected);
    }

    private void prepareWords() {
        words.setId("drawing-words");
        words.setVisible(false);
        words.setMaxWidth(EDITOR_WIDTH);
        words.setPromptText("Text");
        words.setAccessibleText("Words of the text");
        words.setOnAction(event -> takeWords());
        words.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                takeWords();
            }
        });
        words.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                worded = null;
                endWords();
                event.consume();
            }
        });
    }

    private void askForWords(Drawing drawing) {
        PlotView view = board.view();
        Anchor anchor = drawing.anchors().getFirst();
        worded = drawing;
        words.setText(drawing.text());
        StackPane.setMargin(
                words, new Insets(Math.max(0, view.y(anchor.price())), 0, 0, Math.max(0, view.x(anchor.timeNs()))));
        words.setVisible(true);
        words.requestFocus();
        words.selectAll();
    }

    private void takeWords() {
        Drawing drawing = worded;
        worded = null;
        if (drawing != null) {
            String text = words.getText().strip();
            if (text.isEmpty()) {
                board.set().remove(drawing.id());
            } else {
                board.set().put(drawing.withText(text.substring(0, Math.min(text.length(), Drawing.LONGEST_TEXT))));
                board.selected().set(drawing.id());
            }
            endWords();
        }
    }

    private void endWords() {
        words.setVisible(false);
        board.chart().requestFocus();
    }

    /// Returns what the user draws on.
    public DrawingBoard board() {
        return board;
    }
}
