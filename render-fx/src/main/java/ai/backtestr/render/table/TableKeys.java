package ai.backtestr.render.table;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of a [LongTable].
///
/// @param table what they move
record TableKeys(LongTable table) {
    void press(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            table.selectAll();
            event.consume();
            return;
        }
        int page = Math.max(1, table.rowsOnScreen() - 1);
        long row = switch (event.getCode()) {
            case UP -> table.lead() - 1;
            case DOWN -> table.lead() + 1;
            case PAGE_UP -> table.lead() - page;
            case PAGE_DOWN -> table.lead() + page;
            case HOME -> 0;
            case END -> table.rowCount() - 1;
            default -> Long.MIN_VALUE;
        };
        if (row != Long.MIN_VALUE) {
            table.moveTo(row, event.isShiftDown());
            event.consume();
        }
    }
}
