package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.action.LocalKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;

/// Where a source is typed: coloured, with numbers of lines, brackets that match, and lines set in by themselves.
///
/// Threads: belongs to the FX thread.
final class CodeView extends CodeArea {
    /// The keys it takes, to be listed.
    static final List<LocalKey> KEYS = List.of(
            LocalKey.of("code", "Tab", "a level deeper, all lines selected"),
            LocalKey.of("code", "Shift+Tab", "a level less deep"),
            LocalKey.of("code", "Shortcut+Shift+Slash", "lines as a comment, or back"),
            LocalKey.of("code", "Shortcut+D", "the line once more"));

    private final Tooltip message = new Tooltip();
    private final CodeColours colours = new CodeColours();
    private @Nullable CodeDocument document;

    CodeView() {
        setId("code");
        getStyleClass().add("code");
        setAccessibleText("Source");
        setLineNumbersEnabled(true);
        setHighlightCurrentParagraph(true);
        setTabSize(4);
        message.setShowDelay(Duration.millis(200));
        message.getStyleClass().add("code-message");
        keys();
        colours.onChange(() -> {
            if (document != null) {
                document.decorator().repaint();
            }
        });
        caretPositionProperty().subscribe(this::showBrackets);
        setOnMouseMoved(this::showMessage);
        setOnMouseExited(event -> message.hide());
    }

    private void keys() {
        getInputMap().registerFunction(Tag.INSERT_TAB, this::indent);
        getInputMap().registerFunction(Tag.INSERT_LINE_BREAK, this::breakLine);
        getInputMap().register(KeyBinding.shift(KeyCode.TAB), () -> changeLines(each(Indentation::less)));
        getInputMap().register(KeyBinding.shiftShortcut(KeyCode.SLASH), () -> changeLines(Indentation::comment));
        getInputMap().register(KeyBinding.shortcut(KeyCode.D), this::duplicate);
        addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("}")) {
                closeBlock();
            }
        });
    }

    /// What finds out its colours, to be put beside it.
    CodeColours colours() {
        return colours;
    }

    /// Shows a source.
    void show(CodeDocument shown) {
        document = shown;
        shown.decorator().setColours(colours);
        if (shown.model().getDecorator() == null) {
            shown.model().setDecorator(shown.decorator()); // before it is shown, or all lines would be laid out twice
        }
        takeRoom();
        setModel(shown.model());
        setEditable(shown.file() != null);
        select(TextPos.ZERO);
        requestLayout();
    }

    /// Leaves no room for lines until the next layout. A model that is set and a place that is selected would else
    /// have all lines laid out at once, each time anew, and the layout to come once more.
    private void takeRoom() {
        if (lookup(".vflow") instanceof Region lineArea) {
            lineArea.resize(0, 0);
        }
    }

    /// Goes to a place, counted from 1.
    void goTo(long line, long column) {
        int index = Math.clamp(line - 1, 0, getParagraphCount() - 1);
        int length = getPlainText(index).length();
        select(TextPos.ofLeading(index, Math.clamp(column - 1, 0, length)));
        requestFocus();
    }

    private void indent() {
        if (!isEditable()) {
            return;
        }
        if (hasNonEmptySelection()) {
            changeLines(each(Indentation::more));
        } else {
            TextPos caret = getCaretPosition();
            int columns = Indentation.LEVEL.length() - caret.offset() % Indentation.LEVEL.length();
            type(caret, caret, " ".repeat(columns));
        }
    }

    private void breakLine() {
        if (!isEditable()) {
            return;
        }
        TextPos from = getSelection().getMin();
        TextPos to = getSelection().getMax();
        String before = getPlainText(from.index()).substring(0, from.offset());
        String after = getPlainText(to.index()).substring(to.offset());
        String deeper = "\n" + Indentation.after(before);
        if (Indentation.isBetween(before, after)) {
            replaceText(from, to, deeper + "\n" + Indentation.of(before));
            select(TextPos.ofLeading(from.index() + 1, deeper.length() - 1));
        } else {
            type(from, to, deeper);
        }
    }

    private void type(TextPos from, TextPos to, String text) {
        select(replaceText(from, to, text));
    }

    /// A closing bracket at the beginning of a line stands as deep as the line of its opening one.
    private void closeBlock() {
        TextPos caret = getCaretPosition();
        CodeDocument shown = document;
        String before = getPlainText(caret.index()).substring(0, caret.offset());
        if (shown == null || !isEditable() || !before.strip().equals("}")) {
            return;
        }
        new Brackets(shown.model(), shown.lines()).around(caret).ifPresent(pair -> {
            String indent = Indentation.of(getPlainText(pair.other().index()));
            if (!before.equals(indent + "}")) {
                type(TextPos.ofLeading(caret.index(), 0), caret, indent + "}");
            }
        });
    }

    private static Function<List<String>, List<String>> each(Function<String, String> change) {
        return lines -> lines.stream().map(change).toList();
    }

    /// Changes the lines that are selected, or the one of the caret, as one step to undo.
    private void changeLines(Function<List<String>, List<String>> change) {
        if (!isEditable()) {
            return;
        }
        int first = getSelection().getMin().index();
        int last = getSelection().getMax().index();
        boolean many = hasNonEmptySelection();
        if (last > first && getSelection().getMax().offset() == 0) {
            last--;
        }
        List<String> lines = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            lines.add(getPlainText(i));
        }
        int fromEnd = getPlainText(last).length() - getSelection().getMax().offset();
        TextPos start = TextPos.ofLeading(first, 0);
        TextPos end = replaceText(start, getParagraphEnd(last), String.join("\n", change.apply(lines)));
        if (many) {
            select(start, end);
        } else {
            select(TextPos.ofLeading(last, Math.max(0, getPlainText(last).length() - fromEnd)));
        }
    }

    private void duplicate() {
        if (isEditable()) {
            TextPos caret = getCaretPosition();
            replaceText(
                    getParagraphEnd(caret.index()), getParagraphEnd(caret.index()), "\n" + getPlainText(caret.index()));
            select(TextPos.ofLeading(caret.index() + 1, caret.offset()));
        }
    }

    private void showBrackets(@Nullable TextPos caret) {
        CodeDocument shown = document;
        if (shown == null || caret == null || caret.index() >= shown.model().size()) {
            return;
        }
        List<Mark> marks = new Brackets(shown.model(), shown.lines())
                .around(caret)
                .map(pair -> List.of(bracket(pair.one()), bracket(pair.other())))
                .orElse(List.of());
        shown.decorator().mark(Mark.Kind.BRACKET, marks);
    }

    private static Mark bracket(TextPos at) {
        return new Mark(Mark.Kind.BRACKET, at.index(), at.offset(), at.offset() + 1);
    }

    private void showMessage(MouseEvent event) {
        CodeDocument shown = document;
        TextPos at = getTextPosition(event.getScreenX(), event.getScreenY());
        String text =
                shown == null || at == null ? "" : String.join("\n", shown.messagesAt(at.index(), at.charIndex()));
        if (text.isEmpty()) {
            message.hide();
        } else if (!message.isShowing() || !message.getText().equals(text)) {
            message.setText(text);
            message.show(this, event.getScreenX() + 12, event.getScreenY() + 12);
        }
    }
}
