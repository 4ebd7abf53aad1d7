package ai.backtestr.desktop.window;

import ai.backtestr.desktop.action.PaletteEntry;
import ai.backtestr.desktop.settings.Preferences;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Control;
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
    private static final double ABOVE = 40;

    private final Window owner;
    private final Workbench workbench;
    private @Nullable Dialog<Void> open;
    private List<PaletteEntry> entries = List.of();

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

    /// Opens it at a setting, which gets the keyboard.
    ///
    /// @param id of its control
    void show(String id) {
        show();
        Dialog<Void> shown = open;
        if (shown != null && shown.getDialogPane().getContent() instanceof TabPane tabs) {
            tabs.getTabs()
                    .forEach(tab -> controls(tab)
                            .filter(control -> id.equals(control.getId()))
                            .forEach(control -> show(tabs, tab, control)));
        }
    }

    private static void show(TabPane tabs, Tab tab, Control control) {
        tabs.getSelectionModel().select(tab);
        Platform.runLater(
                () -> { // its content is visible only then
                    tabs.applyCss();
                    tabs.layout();
                    scrollTo((ScrollPane) tab.getContent(), control);
                    control.requestFocus();
                });
    }

    private static void scrollTo(ScrollPane scroll, Control control) {
        Node content = scroll.getContent();
        double top = content.sceneToLocal(control.localToScene(control.getBoundsInLocal()))
                .getMinY();
        double room = content.getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp((top - ABOVE) / room, 0, 1));
    }

    /// Returns all settings for the palette, made of the forms themselves.
    List<PaletteEntry> entries() {
        if (entries.isEmpty()) {
            entries = tabs().getTabs().stream()
                    .flatMap(tab -> controls(tab).map(control -> entry(tab.getText(), control)))
                    .toList();
        }
        return entries;
    }

    private PaletteEntry entry(String tab, Control control) {
        return new PaletteEntry(
                "Setting",
                control.getAccessibleText(),
                tab + ": " + control.getAccessibleHelp(),
                "",
                () -> show(control.getId()));
    }

    /// What settings are set with has a name of its own.
    private static Stream<Control> controls(Tab tab) {
        return controls(((ScrollPane) tab.getContent()).getContent());
    }

    private static Stream<Control> controls(Node node) {
        if (node instanceof Control control) {
            String id = control.getId();
            boolean isSetting = id != null && id.startsWith("preference-") && control.getAccessibleText() != null;
            return isSetting ? Stream.of(control) : Stream.empty();
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(PreferencesDialog::controls)
                : Stream.empty();
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
