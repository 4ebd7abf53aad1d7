package ai.backtestr.desktop.window;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import jfx.incubator.scene.control.richtext.RichTextArea;

/// Does to the text that has the focus what the Edit menu says, and nothing where none has.
final class TextEdit {
    private TextEdit() {}

    /// Takes back what was typed last, and tells whether a text had the focus.
    static boolean undo(Scene scene) {
        return apply(scene, TextInputControl::undo, RichTextArea::undo);
    }

    /// Does again what was taken back last, and tells whether a text had the focus.
    static boolean redo(Scene scene) {
        return apply(scene, TextInputControl::redo, RichTextArea::redo);
    }

    static void cut(Scene scene) {
        apply(scene, TextInputControl::cut, RichTextArea::cut);
    }

    static void copy(Scene scene) {
        apply(scene, TextInputControl::copy, RichTextArea::copy);
    }

    static void paste(Scene scene) {
        apply(scene, TextInputControl::paste, RichTextArea::paste);
    }

    private static boolean apply(Scene scene, Consumer<TextInputControl> onField, Consumer<RichTextArea> onCode) {
        Node focused = scene.getFocusOwner();
        if (focused instanceof TextInputControl field) {
            onField.accept(field);
            return true;
        }
        if (focused instanceof RichTextArea code) {
            onCode.accept(code);
            return true;
        }
        return false;
    }
}
