package ai.backtestr.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;

/// Finds and replaces in the source shown. It is there while it is used; Escape leaves it.
///
/// Threads: belongs to the FX thread.
final class FindBar extends HBox {
    private final CodeView code;
    private final TextField sought = field("code-find", "Find");
    private final TextField instead = field("code-replace", "Replace with");
    private final ToggleButton matchCase = toggle("Aa", "Capitals matter");
    private final ToggleButton regex = toggle(".*", "A regular expression");
    private final Label told = new Label();
    private @Nullable CodeDocument document;
    private List<Mark> found = List.of();

    FindBar(CodeView code) {
        this.code = code;
        setId("code-find-bar");
        getStyleClass().add("code-bar");
        setAlignment(Pos.CENTER_LEFT);
        told.setId("code-found");
        told.getStyleClass().add("note");
        told.setMinWidth(90);
        getChildren()
                .addAll(
                        sought,
                        matchCase,
                        regex,
                        button("code-previous", "Previous", "Shift+F3", () -> step(-1)),
                        button("code-next", "Next", "F3, Enter", () -> step(1)),
                        told,
                        instead,
                        button("code-replace-one", "Replace", "Replaces this one and goes on", this::replace),
                        button("code-replace-all", "All", "Replaces all of them, in one step", this::replaceAll),
                        button("code-find-close", "Close", "Escape", this::close));
        sought.textProperty().subscribe((before, now) -> find());
        matchCase.setOnAction(event -> find());
        regex.setOnAction(event -> find());
        sought.setOnAction(event -> step(1));
        instead.setOnAction(event -> replace());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("small");
        return field;
    }

    private static ToggleButton toggle(String text, String help) {
        ToggleButton toggle = new ToggleButton(text);
        toggle.getStyleClass().addAll("small", "flat");
        toggle.setTooltip(new Tooltip(help));
        toggle.setAccessibleText(help);
        return toggle;
    }

    private static Button button(String id, String text, String help, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(help));
        button.setOnAction(event -> action.run());
        return button;
    }

    /// Looks in another source from now on.
    void show(CodeDocument shown) {
        document = shown;
        if (isVisible()) {
            find();
        }
    }

    /// Opens with what is selected.
    void open() {
        setVisible(true);
        TextPos from = code.getSelection().getMin();
        TextPos to = code.getSelection().getMax();
        if (from.index() == to.index() && from.offset() < to.offset()) {
            sought.setText(code.getPlainText(from.index()).substring(from.offset(), to.offset()));
        }
        sought.requestFocus();
        sought.selectAll();
        find();
    }

    private void close() {
        setVisible(false);
        mark(List.of());
        code.requestFocus();
    }

    /// Takes in that the text has changed.
    void edited() {
        if (isVisible()) {
            find();
        }
    }

    private TextSearch search() {
        return new TextSearch(sought.getText(), matchCase.isSelected(), regex.isSelected());
    }

    private void find() {
        try {
            mark(search().find(lines()));
            told.setText(sought.getText().isEmpty() ? "" : found.isEmpty() ? "none" : place());
        } catch (PatternSyntaxException e) {
            mark(List.of());
            told.setText("no expression: " + e.getDescription());
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < code.getParagraphCount(); i++) {
            lines.add(code.getPlainText(i));
        }
        return lines;
    }

    private void mark(List<Mark> marks) {
        found = marks;
        if (document != null) {
            document.decorator().mark(Mark.Kind.FOUND, marks);
        }
    }

    private String place() {
        int current = found.indexOf(selected());
        return current < 0 ? Integer.toString(found.size()) : current + 1 + " of " + found.size();
    }

    private Mark selected() {
        TextPos from = code.getSelection().getMin();
        return new Mark(
                Mark.Kind.FOUND,
                from.index(),
                from.offset(),
                code.getSelection().getMax().offset());
    }

    /// Selects the next place after the caret, or the one before it, round the end.
    void step(int step) {
        if (found.isEmpty()) {
            return;
        }
        int next = step > 0
                ? firstFrom(code.getSelection().getMax())
                : firstFrom(code.getSelection().getMin()) - 1;
        select(found.get(Math.floorMod(next, found.size())));
        told.setText(place());
    }

    private int firstFrom(TextPos caret) {
        int i = 0;
        while (i < found.size() && start(found.get(i)).compareTo(caret) < 0) {
            i++;
        }
        return i;
    }

    private static TextPos start(Mark place) {
        return TextPos.ofLeading(place.line(), place.from());
    }

    private void select(Mark place) {
        code.select(start(place), TextPos.ofLeading(place.line(), place.to()));
    }

    private void replace() {
        Mark place = selected();
        if (code.isEditable() && found.contains(place)) {
            try {
                String with = search().replacement(code.getPlainText(place.line()), place, instead.getText());
                code.select(code.replaceText(start(place), TextPos.ofLeading(place.line(), place.to()), with));
            } catch (IllegalArgumentException e) {
                told.setText(String.valueOf(e.getMessage()));
                return;
            }
        }
        step(1);
    }

    private void replaceAll() {
        if (!code.isEditable() || found.isEmpty()) {
            return;
        }
        int count = found.size();
        List<String> lines = lines();
        try {
            for (Mark place : found.reversed()) {
                String line = lines.get(place.line());
                String with = search().replacement(line, place, instead.getText());
                lines.set(place.line(), line.substring(0, place.from()) + with + line.substring(place.to()));
            }
        } catch (IllegalArgumentException e) {
            told.setText(String.valueOf(e.getMessage()));
            return;
        }
        TextPos caret = code.getCaretPosition();
        code.replaceText(TextPos.ZERO, code.getDocumentEnd(), String.join("\n", lines));
        code.goTo(caret.index() + 1L, caret.offset() + 1L);
        told.setText(count + " replaced");
    }
}
