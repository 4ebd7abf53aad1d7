package ai.backtestr.desktop.window;

import ai.backtestr.engine.instrument.Instrument;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/// Asks under which symbol a file is to be stored.
final class SymbolDialog {
    private SymbolDialog() {}

    static Optional<String> ask(Window owner, Path file) {
        TextInputDialog dialog = new TextInputDialog(suggestion(file));
        dialog.initOwner(owner);
        dialog.setTitle("Import ticks");
        dialog.setHeaderText("Symbol for the ticks in " + file.getFileName());
        dialog.setContentText("Symbol");
        Node ok = dialog.getDialogPane().lookupButton(ButtonType.OK);
        dialog.getEditor().textProperty().subscribe(text -> ok.setDisable(!Instrument.isSymbol(text.strip())));
        return dialog.showAndWait().map(String::strip);
    }

    /// Returns the letters and digits that the file's name begins with, as a symbol in capitals: `EURUSD` of
    /// `eurusd-ticks.csv`.
    static String suggestion(Path file) {
        String name = String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT);
        int end = 0;
        while (end < name.length() && Character.isLetterOrDigit(name.charAt(end))) {
            end++;
        }
        return name.substring(0, Math.min(end, 64));
    }
}
