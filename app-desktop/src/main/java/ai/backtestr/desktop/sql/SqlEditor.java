package ai.backtestr.desktop.sql;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/// Where a statement is typed. Names are offered while typing, or with Ctrl+Space; Ctrl+Enter runs, Ctrl+Up and
/// Ctrl+Down go through the statements that were run.
///
/// Threads: belongs to the FX thread.
final class SqlEditor extends TextArea {
    private static final KeyCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination OFFER = new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);
    private static final KeyCombination OLDER = new KeyCodeCombination(KeyCode.UP, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEWER = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.SHORTCUT_DOWN);

    private final ContextMenu offers = new ContextMenu();
    private final Runnable onRun;
    private SqlNames names = SqlNames.NONE;
    private List<String> history = List.of();
    private int inHistory = -1;
    private String draft = "";

    SqlEditor(Runnable onRun) {
        this.onRun = onRun;
        setId("sql-statement");
        getStyleClass().add("sql-statement");
        setWrapText(true);
        setPromptText("SELECT * FROM daily_ohlcv LIMIT 100");
        setAccessibleText("Statement");
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    void setNames(SqlNames newNames) {
        names = newNames;
    }

    /// @param statements the latest first
    void setHistory(List<String> statements) {
        history = statements;
        inHistory = -1;
    }

    /// Returns what is selected or, where nothing is, all of it.
    String statement() {
        return getSelectedText().isBlank() ? getText() : getSelectedText();
    }

    private void pressed(KeyEvent event) {
        if (RUN.match(event)) {
            offers.hide();
            onRun.run();
            event.consume();
        } else if (OFFER.match(event)) {
            offer();
            event.consume();
        } else if (OLDER.match(event)) {
            recall(1);
            event.consume();
        } else if (NEWER.match(event)) {
            recall(-1);
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        String typed = event.getCharacter();
        boolean isName = !typed.isEmpty() && (Character.isLetterOrDigit(typed.charAt(0)) || "_.".contains(typed));
        if (isName && !event.isShortcutDown()) {
            offer();
        } else {
            offers.hide();
        }
    }

    private void offer() {
        SqlCompletion completion = SqlCompletion.at(getText(), getCaretPosition(), names);
        offers.getItems()
                .setAll(completion.candidates().stream()
                        .map(candidate -> item(completion.from(), candidate))
                        .toList());
        if (completion.candidates().isEmpty()) {
            offers.hide();
            return;
        }
        Bounds line = caretBounds();
        offers.show(this, Side.BOTTOM, line.getMinX(), line.getMaxY() - getHeight());
    }

    private MenuItem item(int from, String candidate) {
        MenuItem item = new MenuItem(candidate);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> replaceText(from, getCaretPosition(), candidate));
        return item;
    }

    /// Where the cursor is, in this control's coordinates. The control does not tell, so the text before the cursor
    /// is measured.
    private Bounds caretBounds() {
        String before = getText(0, getCaretPosition());
        int lineStart = before.lastIndexOf('\n') + 1;
        Text line = new Text(before.substring(lineStart));
        line.setFont(getFont());
        long lines = before.chars().filter(c -> c == '\n').count() + 1;
        double height = new Text("X").getLayoutBounds().getHeight() * 1.25;
        double y = Math.min(getHeight(), lines * height + 6 - getScrollTop());
        return new BoundingBox(Math.min(getWidth() - 60, line.getLayoutBounds().getWidth() + 8), 0, 1, y);
    }

    private void recall(int step) {
        int target = Math.clamp((long) inHistory + step, -1, history.size() - 1);
        if (target == inHistory) {
            return;
        }
        if (inHistory < 0) {
            draft = getText();
        }
        inHistory = target;
        setText(target < 0 ? draft : history.get(target));
        end();
    }
}
