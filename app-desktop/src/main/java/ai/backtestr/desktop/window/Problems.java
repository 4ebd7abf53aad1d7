package ai.backtestr.desktop.window;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// What the user is to know for the whole session. FX thread only.
final class Problems {
    private Problems() {}

    /// Returns both, as far as there are any.
    static ObservableValue<String> of(ObservableValue<String> one, ObservableValue<String> other) {
        return Bindings.createStringBinding(
                () -> Stream.of(one.getValue(), other.getValue())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; ")),
                one,
                other);
    }
}
