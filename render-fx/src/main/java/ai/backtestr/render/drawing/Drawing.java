package ai.backtestr.render.drawing;

import java.util.ArrayList;
import java.util.List;

/// Something drawn on the chart of an instrument. Immutable.
///
/// @param id tells it from the others of its instrument
/// @param kind what it is
/// @param anchors as many as its kind has, in the order in which they were set
/// @param style how it looks
/// @param text the words of a text; empty for other kinds
public record Drawing(long id, DrawingKind kind, List<Anchor> anchors, DrawingStyle style, String text) {
    /// The longest text.
    public static final int LONGEST_TEXT = 500;

    public Drawing {
        anchors = List.copyOf(anchors);
        if (anchors.size() != kind.anchors()) {
            throw new IllegalArgumentException(
                    kind.title() + " has " + kind.anchors() + " anchors, not " + anchors.size());
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters is longer than 500");
        }
    }

    Drawing withAnchor(int index, Anchor anchor) {
        List<Anchor> changed = new ArrayList<>(anchors);
        changed.set(index, anchor);
        return new Drawing(id, kind, changed, style, text);
    }

    Drawing withAnchors(List<Anchor> others) {
        return new Drawing(id, kind, others, style, text);
    }

    Drawing withStyle(DrawingStyle other) {
        return new Drawing(id, kind, anchors, other, text);
    }

    Drawing withText(String other) {
        return new Drawing(id, kind, anchors, style, other);
    }

    Drawing withId(long other) {
        return new Drawing(other, kind, anchors, style, text);
    }
}
