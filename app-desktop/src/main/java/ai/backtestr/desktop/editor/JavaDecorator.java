package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.editor.JavaLexer.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Platform;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/// Colours Java, and marks problems, what was searched for, and brackets.
///
/// Threads: belongs to the FX thread.
final class JavaDecorator implements SyntaxDecorator {
    private final CodeTextModel model;
    private final CodeLines lines;
    private final Map<Mark.Kind, List<Mark>> marks = new EnumMap<>(Mark.Kind.class);

    JavaDecorator(CodeTextModel model, CodeLines lines) {
        this.model = model;
        this.lines = lines;
    }

    /// Replaces the marks of a kind.
    void mark(Mark.Kind kind, List<Mark> newMarks) {
        List<Mark> before = marks.put(kind, List.copyOf(newMarks));
        if (!newMarks.equals(before)) {
            Stream.concat(before == null ? Stream.of() : before.stream(), newMarks.stream())
                    .mapToInt(Mark::line)
                    .distinct()
                    .filter(line -> line < model.size())
                    .forEach(line -> repaint(line, line));
        }
    }

    /// Has all of it drawn anew, in the colours there are now.
    void repaint() {
        repaint(0, model.size() - 1);
    }

    private void repaint(int from, int to) {
        model.fireStyleChangeEvent(TextPos.ofLeading(from, 0), model.getEndOfParagraphTextPos(to));
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel ignored, int index) {
        String text = model.getPlainText(index);
        RichParagraph.Builder paragraph = RichParagraph.builder();
        for (JavaLexer.Token token : lines.line(index).tokens()) {
            String part = text.substring(token.from(), token.to());
            paragraph.addWithStyleNames(part, "code-" + token.kind().name().toLowerCase(Locale.ROOT));
        }
        marks.values().stream()
                .flatMap(List::stream)
                .filter(mark -> mark.line() == index && mark.from() < text.length())
                .forEach(mark -> add(paragraph, mark, text.length()));
        return paragraph.build();
    }

    private static void add(RichParagraph.Builder paragraph, Mark mark, int length) {
        int count = Math.min(mark.to(), length) - mark.from();
        switch (mark.kind()) {
            case PROBLEM -> paragraph.addWavyUnderline(mark.from(), count, "mark-problem");
            case FOUND -> paragraph.addHighlight(mark.from(), count, "mark-found");
            case BRACKET -> paragraph.addHighlight(mark.from(), count, "mark-bracket");
        }
    }

    @Override
    public void handleChange(
            CodeTextModel ignored, TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {
        int last = Math.min(start.index() + linesAdded, model.size() - 1);
        State before = lines.knownBegin(end.index() + 1);
        move(start.index(), end.index(), linesAdded);
        lines.changedFrom(start.index());
        if (last + 1 < model.size() && lines.line(last).end() != before) {
            // A comment that was opened or closed changes the look of lines that were not typed in.
            Platform.runLater(() -> repaint(Math.min(last, model.size() - 1), model.size() - 1));
        }
    }

    /// Marks below a change move with their lines; those in it go.
    private void move(int from, int to, int linesAdded) {
        int shift = linesAdded - (to - from);
        for (Mark.Kind kind : Mark.Kind.values()) {
            List<Mark> moved = new ArrayList<>();
            for (Mark mark : marks.getOrDefault(kind, List.of())) {
                if (mark.line() < from) {
                    moved.add(mark);
                } else if (mark.line() > to) {
                    moved.add(new Mark(kind, mark.line() + shift, mark.from(), mark.to()));
                }
            }
            marks.put(kind, moved);
        }
    }
}
