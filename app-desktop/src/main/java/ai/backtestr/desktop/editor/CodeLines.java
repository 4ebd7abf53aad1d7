package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.editor.JavaLexer.State;
import java.util.ArrayList;
import java.util.List;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;

/// The lines of a text, divided as [JavaLexer] does, each read when it is asked for and again after changes before
/// it.
///
/// Threads: belongs to the FX thread.
final class CodeLines {
    private final StyledTextModel model;
    private final List<State> begins = new ArrayList<>(List.of(State.CODE)); // of the lines up to the last one known

    CodeLines(StyledTextModel model) {
        this.model = model;
    }

    /// Returns a line's parts.
    JavaLexer.Line line(int index) {
        while (begins.size() <= index) {
            int last = begins.size() - 1;
            begins.add(
                    JavaLexer.read(model.getPlainText(last), begins.get(last)).end());
        }
        return JavaLexer.read(model.getPlainText(index), begins.get(index));
    }

    /// Returns what a line began within when it was read last; of one that was not read, code.
    State knownBegin(int index) {
        return index < begins.size() ? begins.get(index) : State.CODE;
    }

    /// Takes in that lines from `index` on have changed.
    void changedFrom(int index) {
        int known = Math.clamp(index + 1, 1, begins.size());
        begins.subList(known, begins.size()).clear();
    }

    /// Tells whether a character is part of the program rather than of a comment or a string.
    boolean isCode(int index, int column) {
        return line(index).tokens().stream()
                .filter(token -> token.from() <= column && column < token.to())
                .noneMatch(token -> token.kind() == JavaLexer.Kind.COMMENT || token.kind() == JavaLexer.Kind.STRING);
    }
}
