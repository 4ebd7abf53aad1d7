package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.editor.JavaLexer.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Platform;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import org.jspecify.annotations.Nullable;

/// Colours Java, and marks problems, what was searched for, and brackets.
///
/// Threads: belongs to the FX thread.
final class JavaDecorator implements SyntaxDecorator {
    private final CodeTextModel model;
    private final CodeLines lines;
    private final Map<Mark.Kind, List<Mark>> marks = new EnumMap<>(Mark.Kind.class);
    private @Nullable CodeColours colours;

    JavaDecorator(CodeTextModel model, CodeLines lines) {
        this.model = model;
        this.lines = lines;
    }

    /// Sets where the colours are known.
    void setColours(CodeColours known) {
        colours = known;
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
        addPieces(paragraph, text, lines.line(index).tokens());
        marks.values().stream()
                .flatMap(List::stream)
                .filter(mark -> mark.line() == index && mark.from() < text.length())
                .forEach(mark -> add(paragraph, mark, text.length()));
        return paragraph.build();
    }

    /// Adds as few pieces as there are colours in a row, since each is a node to be styled whenever the lines are
    /// laid out: what is blank has no colour and goes with what stands beside it.
    private void addPieces(RichParagraph.Builder paragraph, String text, List<JavaLexer.Token> tokens) {
        int from = 0;
        JavaLexer.Kind kind = null;
        for (JavaLexer.Token token : tokens) {
            if (text.substring(token.from(), token.to()).isBlank()) {
                continue;
            }
            if (kind != null && token.kind() != kind) {
                addPiece(paragraph, text.substring(from, token.from()), kind);
                from = token.from();
            }
            kind = token.kind();
        }
        if (!text.isEmpty()) {
            addPiece(paragraph, text.substring(from), kind == null ? JavaLexer.Kind.PLAIN : kind);
        }
    }

    private void addPiece(RichParagraph.Builder paragraph, String piece, JavaLexer.Kind kind) {
        StyleAttributeMap colour = colours == null ? null : colours.of(kind);
        if (colour == null) {
            paragraph.addWithStyleNames(piece, CodeColours.styleName(kind));
        } else {
            paragraph.addSegment(piece, colour);
        }
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
