package ai.backtestr.render.order;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Moves lines of orders by keys: Alt+O selects one after the other, Up and Down move it by a step (with Shift by
/// ten), Enter drops it, Esc gives up, Delete cancels the order; S and T of a position give it a stop or a target.
public final class OrderKeys {
    private static final int FAR = 10;

    private final OrderLines lines;

    OrderKeys(OrderLines lines) {
        this.lines = lines;
    }

    /// Takes a key that is pressed while the chart has the keyboard.
    public void press(KeyEvent event) {
        if (lines.isShown() && isTaken(event)) {
            event.consume();
        }
    }

    private boolean isTaken(KeyEvent event) {
        if (event.isShortcutDown()) {
            return false;
        }
        if (event.isAltDown()) {
            return event.getCode() == KeyCode.O && isNextSelected(event.isShiftDown() ? -1 : 1);
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            return isGivenUp();
        }
        Optional<OrderLine> line = lines.moved().or(lines::selected);
        return line.isPresent() && isDone(line.orElseThrow(), event);
    }

    private boolean isDone(OrderLine line, KeyEvent event) {
        int steps = event.isShiftDown() ? FAR : 1;
        return switch (event.getCode()) {
            case UP -> isMoved(line, steps);
            case DOWN -> isMoved(line, -steps);
            case ENTER -> isDropped();
            case DELETE, BACK_SPACE -> isCancelled(line);
            case S -> isGiven(line, OrderLine.Role.STOP);
            case T -> isGiven(line, OrderLine.Role.TARGET);
            default -> false;
        };
    }

    private boolean isNextSelected(int by) {
        List<OrderLine> all = lines.lines();
        if (all.isEmpty()) {
            return false;
        }
        lines.giveUp();
        int now = lines.selected().map(all::indexOf).orElse(by > 0 ? -1 : 0);
        lines.select(all.get(Math.floorMod(now + by, all.size())));
        return true;
    }

    private boolean isGivenUp() {
        boolean any = lines.moved().isPresent() || lines.selected().isPresent();
        if (lines.moved().isPresent()) {
            lines.giveUp();
        } else {
            lines.select(null);
        }
        return any;
    }

    private boolean isMoved(OrderLine line, int steps) {
        if (!line.movable()) {
            return true;
        }
        if (lines.moved().isEmpty()) {
            lines.begin(line);
        }
        lines.moveBy(steps);
        return true;
    }

    private boolean isDropped() {
        boolean any = lines.moved().isPresent();
        lines.drop();
        return any;
    }

    private boolean isCancelled(OrderLine line) {
        lines.cancel(line);
        return true;
    }

    private boolean isGiven(OrderLine line, OrderLine.Role role) {
        if (line.role() != OrderLine.Role.POSITION) {
            return false;
        }
        lines.begin(OrderLines.given(role, line.price()));
        return true;
    }
}
