package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.userstrategy.SourceProblem;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import org.jspecify.annotations.Nullable;

/// A source that is open: its text as it is typed, and as it was on file last.
///
/// Threads: belongs to the FX thread.
final class CodeDocument {
    private final String name;
    private final @Nullable Path file;
    private final CodeTextModel model = new CodeTextModel();
    private final CodeLines lines = new CodeLines(model);
    private final JavaDecorator decorator = new JavaDecorator(model, lines);
    private final BooleanProperty modified = new SimpleBooleanProperty();
    private final StringProperty outside = new SimpleStringProperty("");
    private final ObjectProperty<List<SourceProblem>> problems = new SimpleObjectProperty<>(List.of());
    private String saved;
    private Runnable onEdited = () -> {};

    /// @param name what the strategy is picked by
    /// @param file where it lies; null of one that comes with the product, which cannot be changed
    /// @param text what is in it
    CodeDocument(String name, @Nullable Path file, String text) {
        this.name = name;
        this.file = file;
        saved = normal(text);
        model.setDecorator(decorator);
        replace(saved);
        model.clearUndoRedo();
        model.addListener(change -> {
            if (change.isEdit()) {
                modified.set(!text().equals(saved));
                onEdited.run();
            }
        });
        problems.subscribe(this::mark);
    }

    /// Lines of a model end with a line feed only; files of other systems are written so once they are edited.
    private static String normal(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private void replace(String text) {
        model.replace(null, TextPos.ZERO, model.getDocumentEnd(), text);
    }

    /// Calls `listener` after each change of the text.
    void onEdited(Runnable listener) {
        onEdited = listener;
    }

    /// Takes in that `text` is on file now.
    void savedAs(String text) {
        saved = text;
        outside.set("");
        modified.set(!text().equals(saved));
    }

    /// Takes in what is on file, where another program may have changed it. What was not edited here follows it;
    /// what was stays, and [#outside()] tells.
    ///
    /// @return whether it followed
    boolean foundOnFile(String text) {
        String found = normal(text);
        if (found.equals(saved)) {
            outside.set("");
            return false;
        }
        if (modified.get()) {
            outside.set(name + " was changed by another program while it was edited here.");
            return false;
        }
        take(found);
        return true;
    }

    /// Takes in that the file is gone.
    void foundGone() {
        outside.set(name + " is gone from the folder; saving it writes it again.");
    }

    /// Has the text be what is on file; it can be undone.
    void take(String text) {
        saved = normal(text);
        replace(saved);
        modified.set(false);
        outside.set("");
    }

    private void mark(List<SourceProblem> found) {
        decorator.mark(
                Mark.Kind.PROBLEM,
                found.stream()
                        .filter(problem -> problem.line() > 0 && problem.line() <= model.size())
                        .map(this::mark)
                        .toList());
    }

    private Mark mark(SourceProblem problem) {
        int line = (int) problem.line() - 1;
        String text = model.getPlainText(line);
        int column = Math.clamp(problem.column() - 1, 0, Math.max(0, text.length() - 1));
        int end = lines.line(line).tokens().stream()
                .filter(token -> token.from() <= column && column < token.to())
                .filter(token -> token.kind() != JavaLexer.Kind.PLAIN || token.to() - token.from() < 20)
                .mapToInt(JavaLexer.Token::to)
                .findFirst()
                .orElse(column + 1);
        return new Mark(Mark.Kind.PROBLEM, line, column, Math.max(column + 1, end));
    }

    /// Returns the messages of the problems at a place, both counted from 0.
    List<String> messagesAt(int line, int column) {
        return problems.get().stream()
                .filter(problem -> problem.line() == line + 1L)
                .filter(problem -> {
                    Mark mark = mark(problem);
                    return mark.from() <= column && column < mark.to();
                })
                .map(SourceProblem::message)
                .toList();
    }

    /// Returns the text.
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < model.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(model.getPlainText(i));
        }
        return text.toString();
    }

    /// What keeps it from being used, as far as is known.
    ObjectProperty<List<SourceProblem>> problems() {
        return problems;
    }

    /// Whether there is something to save.
    BooleanProperty modified() {
        return modified;
    }

    /// What happened to the file meanwhile; empty for nothing.
    StringProperty outside() {
        return outside;
    }

    String name() {
        return name;
    }

    @Nullable
    Path file() {
        return file;
    }

    CodeTextModel model() {
        return model;
    }

    CodeLines lines() {
        return lines;
    }

    JavaDecorator decorator() {
        return decorator;
    }
}
