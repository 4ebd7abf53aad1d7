package ai.backtestr.desktop.window;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Rows of the settings. Each hands on what is chosen or typed at once; what does not fit is said under it, and
/// what held before goes on. FX thread only.
final class PreferenceRows {
    private PreferenceRows() {}

    /// A choice of a few.
    ///
    /// @param change takes what is chosen; throws [IllegalArgumentException] saying why it does not fit
    static <T> FormRow choice(
            String id,
            String name,
            String help,
            List<T> offered,
            Function<T, String> title,
            T chosen,
            Consumer<T> change) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(offered);
        box.setConverter(new Titles<>(title));
        box.setValue(chosen);
        StringProperty problem = new SimpleStringProperty("");
        box.valueProperty().subscribe((before, now) -> problem.set(attempt(() -> change.accept(now))));
        return row(id, name, help, box, problem);
    }

    /// A field.
    ///
    /// @param change takes what is typed; throws [IllegalArgumentException] saying why it does not fit
    static FormRow text(String id, String name, String help, String typed, Consumer<String> change) {
        TextField field = new TextField(typed);
        StringProperty problem = new SimpleStringProperty("");
        field.textProperty().subscribe((before, now) -> problem.set(attempt(() -> change.accept(now.strip()))));
        return row(id, name, help, field, problem);
    }

    /// A field with values to choose from.
    ///
    /// @param change takes what is chosen or typed; throws [IllegalArgumentException] saying why it does not fit
    static FormRow typedChoice(
            String id, String name, String help, List<String> offered, String chosen, Consumer<String> change) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(offered);
        box.setEditable(true);
        box.setValue(chosen);
        StringProperty problem = new SimpleStringProperty("");
        box.getEditor()
                .textProperty()
                .subscribe((before, now) -> problem.set(attempt(() -> change.accept(now.strip()))));
        return row(id, name, help, box, problem);
    }

    private static FormRow row(String id, String name, String help, Control control, StringProperty problem) {
        control.setId("preference-" + id);
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        FormRow row = new FormRow(name, help, control);
        row.follow(problem);
        return row;
    }

    private static String attempt(Runnable change) {
        try {
            change.run();
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// Reads a whole number.
    ///
    /// @throws IllegalArgumentException if it is none
    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
        }
    }

    private static final class Titles<T> extends StringConverter<T> {
        private final Function<T, String> title;

        Titles(Function<T, String> title) {
            this.title = title;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : title.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("it is chosen and not typed");
        }
    }
}
