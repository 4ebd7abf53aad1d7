package ai.backtestr.render.drawing;

import ai.backtestr.render.chart.PlotView;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Draws by keys: Alt and a letter take a tool, arrows move the crosshair and Enter sets an anchor there; with no
/// tool in hand arrows move the selected drawing, or the one handle of it that the space bar has chosen.
final class DrawingKeys {
    private static final double STEP_PIXELS = 2;
    private static final int FAR = 10;

    private final DrawingBoard board;
    private double x = Double.NaN;
    private double y = Double.NaN;

    DrawingKeys(DrawingBoard board) {
        this.board = board;
        board.tool().subscribe(now -> x = Double.NaN);
    }

    void press(KeyEvent event) {
        if (!(event.getTarget() instanceof TextInputControl) && isTaken(event)) {
            event.consume();
        }
    }

    private boolean isTaken(KeyEvent event) {
        if (event.isAltDown()) {
            return !event.isShortcutDown() && takeTool(event.getCode());
        }
        if (event.isShortcutDown()) {
            return isCommand(event);
        }
        if (event.isShiftDown() && (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP)) {
            return isNextSelected(event.getCode() == KeyCode.PAGE_DOWN ? 1 : -1);
        }
        return switch (event.getCode()) {
            case ESCAPE -> isCancelled();
            case DELETE, BACK_SPACE -> isDeleted();
            default -> !(event.getTarget() instanceof ButtonBase) && isHandled(event);
        };
    }

    /// What a button that has the keyboard would take itself.
    private boolean isHandled(KeyEvent event) {
        return switch (event.getCode()) {
            case ENTER -> isPlaced();
            case SPACE -> isHandleChosen();
            case LEFT -> isMoved(event, -1, 0);
            case RIGHT -> isMoved(event, 1, 0);
            case UP -> isMoved(event, 0, -1);
            case DOWN -> isMoved(event, 0, 1);
            default -> false;
        };
    }

    private boolean takeTool(KeyCode code) {
        for (DrawingKind kind : DrawingKind.values()) {
            if (kind.key() == code) {
                board.tool().set(kind);
                board.chart().requestFocus(); // which takes the keys that draw
                return true;
            }
        }
        return false;
    }

    private boolean isNextSelected(int step) {
        board.selectNext(step);
        return board.selectedDrawing().isPresent();
    }

    private boolean isCommand(KeyEvent event) {
        switch (event.getCode()) {
            // What is no step of the drawings is left to whoever else can undo.
            case Z -> {
                return event.isShiftDown() ? board.redo() : board.undo();
            }
            case Y -> {
                return board.redo();
            }
            case D -> board.duplicateSelected();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean isCancelled() {
        if (board.placing().isUnderWay()) {
            board.placing().cancel();
        } else if (board.tool().get() != null) {
            board.tool().set(null);
        } else if (board.selectedDrawing().isPresent()) {
            board.set().giveUp();
            board.selected().set(DrawingLayer.NONE);
        } else {
            return false;
        }
        return true;
    }

    private boolean isDeleted() {
        boolean selected = board.selectedDrawing().isPresent();
        board.deleteSelected();
        return selected;
    }

    private boolean isPlaced() {
        DrawingKind kind = board.tool().get();
        if (kind == null || board.view().isEmpty()) {
            return false;
        }
        startCursor();
        board.placing().place(kind, there());
        return true;
    }

    private Anchor there() {
        return Magnet.at(board.view(), x, y, board.magnet().get());
    }

    private boolean isHandleChosen() {
        return board.selectedDrawing()
                .map(drawing -> {
                    int next = board.layer().activeHandle() + 1;
                    board.layer().setActiveHandle(next < drawing.anchors().size() ? next : HitTest.BODY);
                    board.chart().repaintLayers();
                    return true;
                })
                .orElse(false);
    }

    private boolean isMoved(KeyEvent event, int right, int down) {
        PlotView view = board.view();
        int times = event.isShiftDown() ? FAR : 1;
        double dx = right * times * Math.max(1, view.barWidth());
        double dy = down * times * STEP_PIXELS;
        if (view.isEmpty()) {
            return false;
        }
        if (board.tool().get() != null) {
            moveCursor(view, dx, dy);
            return true;
        }
        board.selectedDrawing().ifPresent(drawing -> board.set().put(moved(drawing, view, dx, dy)));
        return board.selectedDrawing().isPresent();
    }

    private Drawing moved(Drawing drawing, PlotView view, double dx, double dy) {
        int handle = board.layer().activeHandle();
        return handle < 0
                ? Moves.moved(drawing, view, dx, dy)
                : drawing.withAnchor(handle, Moves.moved(drawing.anchors().get(handle), view, dx, dy));
    }

    private void startCursor() {
        if (Double.isNaN(x)) {
            x = board.view().width() / 2;
            y = board.view().height() / 2;
        }
    }

    private void moveCursor(PlotView view, double dx, double dy) {
        startCursor();
        x = Math.clamp(x + dx, 0, view.width() - 1);
        y = Math.clamp(y + dy, 0, view.height() - 1);
        board.chart().crosshair().moveTo(x, y);
        board.placing().moveTo(there());
    }
}
