package ai.backtestr.desktop.editor;

import java.util.Optional;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;

/// Finds the bracket that belongs to another, without those in comments and strings.
final class Brackets {
    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";
    private static final int MOST_LINES = 5000;

    /// Two that belong together.
    record Pair(TextPos one, TextPos other) {}

    private final StyledTextModel model;
    private final CodeLines lines;

    Brackets(StyledTextModel model, CodeLines lines) {
        this.model = model;
        this.lines = lines;
    }

    /// Returns the pair of which one is right before or right after the caret.
    Optional<Pair> around(TextPos caret) {
        return at(caret.index(), caret.offset() - 1).or(() -> at(caret.index(), caret.offset()));
    }

    private Optional<Pair> at(int index, int column) {
        String line = model.getPlainText(index);
        if (column < 0 || column >= line.length() || !lines.isCode(index, column)) {
            return Optional.empty();
        }
        char bracket = line.charAt(column);
        int open = OPEN.indexOf(bracket);
        int close = CLOSE.indexOf(bracket);
        if (open >= 0) {
            return search(index, column, bracket, CLOSE.charAt(open), 1);
        }
        return close >= 0 ? search(index, column, bracket, OPEN.charAt(close), -1) : Optional.empty();
    }

    private Optional<Pair> search(int index, int column, char same, char other, int step) {
        int depth = 0;
        int end = Math.clamp((long) index + (long) step * MOST_LINES, -1, model.size());
        for (int i = index; i != end; i += step) {
            String line = model.getPlainText(i);
            int from = i == index ? column : step > 0 ? 0 : line.length() - 1;
            for (int c = from; c >= 0 && c < line.length(); c += step) {
                char found = line.charAt(c);
                if ((found == same || found == other) && lines.isCode(i, c)) {
                    depth += found == same ? 1 : -1;
                    if (depth == 0) {
                        return Optional.of(new Pair(TextPos.ofLeading(index, column), TextPos.ofLeading(i, c)));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
