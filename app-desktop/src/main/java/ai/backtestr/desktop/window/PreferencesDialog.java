package ai.backtestr.desktop.window;

import ai.backtestr.desktop.settings.Preferences;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What the user prefers. Every change counts at once; the window can be used beside it. FX thread only.
final class PreferencesDialog {
    private static final double WIDTH = 620;
    private static final double HEIGHT = 470;

    private final Window owner;
    private final Workbench workbench;
    private @Nullable Dialog<Void> open;

    PreferencesDialog(Window owner, Workbench workbench) {
        this.owner = owner;
        this.workbench = workbench;
    }

    /// Opens it, or brings it to the front.
    void show() {
        Dialog<Void> shown = open;
        if (shown != null && shown.isShowing()) {
            shown.getDialogPane().getScene().getWindow().requestFocus();
            return;
        }
        Dialog<Void> dialog = new Dialog<>();
        open = dialog;
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Settings");
        dialog.setResizable(true);
        ButtonType defaults = new ButtonType("Reset to defaults", ButtonBar.ButtonData.LEFT);
        dialog.getDialogPane().setId("preferences");
        dialog.getDialogPane().getButtonTypes().setAll(defaults, ButtonType.CLOSE);
        dialog.getDialogPane().setPrefSize(WIDTH, HEIGHT);
        TabPane tabs = tabs();
        dialog.getDialogPane().setContent(tabs);
        Node reset = dialog.getDialogPane().lookupButton(defaults);
        reset.setId("preferences-reset");
        reset.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            workbench.preferred().change(before -> Preferences.DEFAULTS.withTour(before.tour()));
            workbench.preferred().useStrategies(null);
            int chosen = tabs.getSelectionModel().getSelectedIndex();
            tabs.getTabs().setAll(tabs().getTabs());
            tabs.getSelectionModel().select(chosen);
        });
        dialog.show();
    }

    /// Closes it, with the window.
    void close() {
        Dialog<Void> shown = open;
        if (shown != null) {
            shown.close();
        }
    }

    private TabPane tabs() {
        PreferenceForms forms = new PreferenceForms(workbench, owner);
        TabPane tabs = new TabPane(
                tab("Appearance", forms.appearance()),
                tab("Account", forms.account()),
                tab("Runs and memory", forms.machine()),
                tab("Charts and files", forms.places()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    private static Tab tab(String title, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        return new Tab(title, scroll);
    }
}
