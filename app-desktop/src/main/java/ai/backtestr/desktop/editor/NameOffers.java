package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.action.LocalKey;
import ai.backtestr.desktop.userstrategy.Completion;
import ai.backtestr.desktop.userstrategy.Completion.Offer;
import java.util.List;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;

/// Offers the names that can stand at the caret, below it. They are looked for in the background; typing goes on
/// meanwhile and narrows them down.
///
/// Threads: belongs to the FX thread.
final class NameOffers {
    /// The keys it takes, to be listed.
    static final List<LocalKey> KEYS =
            List.of(LocalKey.of("code", "Ctrl+Space", "offer names: arrows choose, Enter or Tab takes, Esc leaves"));

    private static final double WIDTH = 520;
    private static final double ROW = 24;
    private static final int ROWS = 10;

    private final CodeView code;
    private final OpenSources sources;
    private final Popup popup = new Popup();
    private final ListView<Offer> list = new ListView<>();
    private final Label documentation = new Label();
    private @Nullable CodeDocument document;
    private @Nullable Completion found;
    private TextPos from = TextPos.ZERO;
    private int asked;

    NameOffers(CodeView code, OpenSources sources) {
        this.code = code;
        this.sources = sources;
        list.setId("code-offers");
        list.setAccessibleText("Names");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(ignored -> new OfferCell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::describe);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> take());
        documentation.setId("code-offer-words");
        documentation.setWrapText(true);
        VBox content = new VBox(list, documentation);
        content.setPrefWidth(WIDTH);
        content.getStyleClass().add("code-offers");
        content.getStylesheets()
                .add(Objects.requireNonNull(NameOffers.class.getResource("editor.css"))
                        .toExternalForm());
        popup.getContent().setAll(content);
        popup.setAutoHide(true);
        code.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        code.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        code.caretPositionProperty().subscribe(this::follow);
        code.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
    }

    /// Offers names for another source from now on.
    void show(CodeDocument shown) {
        document = shown;
        popup.hide();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            ask();
            event.consume();
        } else if (popup.isShowing() && isTaken(event.getCode())) {
            event.consume();
        }
    }

    private boolean isTaken(KeyCode key) {
        switch (key) {
            case UP -> select(-1);
            case DOWN -> select(1);
            case PAGE_UP -> select(1 - ROWS);
            case PAGE_DOWN -> select(ROWS - 1);
            case ENTER, TAB -> take();
            case ESCAPE -> popup.hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// A dot asks by itself, unless it is one of a number.
    private void typed(KeyEvent event) {
        TextPos caret = code.getCaretPosition();
        if (event.getCharacter().equals(".") && caret != null && caret.offset() > 1) {
            char before = code.getPlainText(caret.index()).charAt(caret.offset() - 2);
            if (before == ')' || (Character.isJavaIdentifierPart(before) && !Character.isDigit(before))) {
                ask();
            }
        }
    }

    private void ask() {
        CodeDocument shown = document;
        TextPos caret = code.getCaretPosition();
        if (shown == null || shown.file() == null || caret == null) {
            return;
        }
        int number = ++asked;
        sources.complete(shown, offset(caret), completion -> {
            if (number == asked && shown == document && code.isFocused()) {
                begin(completion, caret);
            }
        });
    }

    private int offset(TextPos place) {
        int offset = place.offset();
        for (int line = 0; line < place.index(); line++) {
            offset += code.getPlainText(line).length() + 1;
        }
        return offset;
    }

    private void begin(Completion completion, TextPos at) {
        found = completion;
        from = TextPos.ofLeading(at.index(), at.offset() - (offset(at) - completion.from()));
        narrow();
    }

    private void follow(@Nullable TextPos caret) {
        if (caret != null && popup.isShowing()) {
            narrow();
        }
    }

    /// Shows what fits the word up to the caret; nothing where the caret has left it.
    private void narrow() {
        String typed = typedSince();
        Completion names = found;
        List<Offer> fitting = names == null || typed == null ? List.of() : names.fitting(typed);
        if (fitting.isEmpty()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(fitting);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(ROW * Math.min(ROWS, fitting.size()) + 2);
        if (!popup.isShowing()) {
            Bounds caret = caretOnScreen();
            popup.show(code, caret.getMinX(), caret.getMaxY() + 2);
        }
    }

    private @Nullable String typedSince() {
        TextPos caret = code.getCaretPosition();
        if (caret == null || caret.index() != from.index() || caret.offset() < from.offset()) {
            return null;
        }
        String typed = code.getPlainText(caret.index()).substring(from.offset(), caret.offset());
        return typed.chars().allMatch(Character::isJavaIdentifierPart) ? typed : null;
    }

    private Bounds caretOnScreen() {
        Node caret = code.lookup(".caret");
        Bounds bounds = caret == null ? null : caret.localToScreen(caret.getBoundsInLocal());
        return bounds == null ? code.localToScreen(new BoundingBox(60, 20, 1, 20)) : bounds;
    }

    private void select(int by) {
        int last = list.getItems().size() - 1;
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, last);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - ROWS / 2));
    }

    private void describe(@Nullable Offer offer) {
        documentation.setText(offer == null ? "" : offer.documentation());
        documentation.setVisible(!documentation.getText().isEmpty());
        documentation.setManaged(documentation.isVisible());
    }

    private void take() {
        Offer offer = list.getSelectionModel().getSelectedItem();
        TextPos caret = code.getCaretPosition();
        popup.hide();
        if (offer == null || caret == null) {
            return;
        }
        String line = code.getPlainText(caret.index());
        boolean isCalled = line.startsWith("(", caret.offset());
        String text = isCalled ? offer.name() : offer.text();
        code.replaceText(from, caret, text);
        int moved = offer.importing().isEmpty() ? 0 : addImport(offer.importing());
        code.select(TextPos.ofLeading(from.index() + moved, from.offset() + Math.min(text.length(), offer.caret())));
    }

    /// Writes an import where it belongs by its name.
    ///
    /// @return how many lines the text below moved down
    private int addImport(String type) {
        String line = "import " + type + ";";
        int at = 0;
        for (int i = 0; i < code.getParagraphCount(); i++) {
            String there = code.getPlainText(i);
            if (there.equals(line)) {
                return 0;
            }
            boolean isBefore = there.startsWith("import ") && there.compareTo(line) < 0;
            at = isBefore || there.startsWith("package ") ? i + 1 : at;
        }
        TextPos place = TextPos.ofLeading(at, 0);
        code.replaceText(place, place, line + "\n");
        return 1;
    }
}
