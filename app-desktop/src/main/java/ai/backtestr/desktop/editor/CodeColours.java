package ai.backtestr.desktop.editor;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import org.jspecify.annotations.Nullable;

/// The colours of a source as the style sheets have them. A code area that is given names of style classes looks up
/// each piece of each line by itself whenever it lays lines out; here each kind is looked up once, by a text
/// without words that lies beside the area.
///
/// Threads: belongs to the FX thread.
final class CodeColours extends Group {
    private final Map<JavaLexer.Kind, StyleAttributeMap> found = new EnumMap<>(JavaLexer.Kind.class);
    private Runnable onChange = () -> {};

    CodeColours() {
        getStyleClass().add("code");
        setManaged(false);
        setMouseTransparent(true);
        for (JavaLexer.Kind kind : JavaLexer.Kind.values()) {
            Text sample = new Text();
            sample.getStyleClass().add(styleName(kind));
            sample.fillProperty().subscribe((before, now) -> take(kind, now));
            getChildren().add(sample);
        }
    }

    /// Returns what a kind is called in style sheets.
    static String styleName(JavaLexer.Kind kind) {
        return "code-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private void take(JavaLexer.Kind kind, Paint fill) {
        if (fill instanceof Color colour) {
            found.put(kind, StyleAttributeMap.builder().setTextColor(colour).build());
            onChange.run();
        }
    }

    /// Calls `listener` when a colour is known or another.
    void onChange(Runnable listener) {
        onChange = listener;
    }

    /// Returns the colour of a kind; null while it is not known.
    @Nullable
    StyleAttributeMap of(JavaLexer.Kind kind) {
        return found.get(kind);
    }
}
