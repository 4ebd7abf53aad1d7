package ai.backtestr.desktop.window;

import ai.backtestr.data.store.Overlap;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// Asks what is to become of what is stored where an import overlaps with it.
final class OverlapDialog {
    private static final ButtonType REPLACE = new ButtonType("Replace stored", ButtonBar.ButtonData.YES);
    private static final ButtonType MERGE = new ButtonType("Merge both", ButtonBar.ButtonData.NO);
    private static final ButtonType STOP = new ButtonType("Stop", ButtonBar.ButtonData.CANCEL_CLOSE);

    private OverlapDialog() {}

    /// Asks.
    ///
    /// @param problem what overlaps
    /// @return nothing to stop
    static Optional<Overlap> ask(Window owner, String problem) {
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                problem.replaceFirst("; nothing was imported.*", "."),
                STOP,
                MERGE,
                REPLACE);
        alert.initOwner(owner);
        alert.getDialogPane().setId("overlap-dialog");
        alert.setTitle("Import");
        alert.setGraphic(null);
        makeDefault(alert, STOP);
        alert.setHeaderText("Some of this time is stored already");
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        return alert.showAndWait().flatMap(OverlapDialog::rule);
    }

    private static void makeDefault(Alert alert, ButtonType wanted) {
        for (ButtonType type : alert.getButtonTypes()) {
            ((Button) alert.getDialogPane().lookupButton(type)).setDefaultButton(type == wanted);
        }
    }

    private static Optional<Overlap> rule(ButtonType pressed) {
        if (pressed == REPLACE) {
            return Optional.of(Overlap.REPLACE);
        }
        return pressed == MERGE ? Optional.of(Overlap.MERGE) : Optional.empty();
    }
}
