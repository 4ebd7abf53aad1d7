package ai.backtestr.desktop.window;

import ai.backtestr.desktop.workspace.StoredData;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The instruments that are stored: how many ticks of which days, and how good they are. FX thread only.
final class InstrumentPane extends BorderPane {
    private final FilteredList<StoredData> found;
    private final TextField search = new TextField();
    private final ListView<StoredData> list;

    /// @param onQuality shows how good the instrument chosen is
    InstrumentPane(
            Workbench workbench, Runnable onImport, Runnable onImportFolder, Runnable onEdit, Runnable onQuality) {
        getStyleClass().add("side-pane");
        setId("instruments");
        found = new FilteredList<>(workbench.symbols());
        list = list(workbench, onEdit, onQuality);
        setTop(header(onImport, onImportFolder));
        setCenter(list);
    }

    private HBox header(Runnable onImport, Runnable onImportFolder) {
        search.setId("instrument-search");
        search.setPromptText("Search");
        search.setAccessibleText("Search instruments");
        search.getStyleClass().add("small");
        search.setMinWidth(72);
        search.textProperty().subscribe(text -> found.setPredicate(data -> matches(data, text)));
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::searchKey);
        HBox.setHgrow(search, Priority.ALWAYS);
        MenuItem files = new MenuItem("Files…");
        files.setOnAction(event -> onImport.run());
        MenuItem folder = new MenuItem("Folder…");
        folder.setOnAction(event -> onImportFolder.run());
        MenuButton open = new MenuButton("Import", null, files, folder);
        open.setId("import");
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(search, open);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("pane-header", "search-header");
        return header;
    }

    /// Tells whether every word is part of the symbol, the title or the kind.
    static boolean matches(StoredData data, String text) {
        String told = (data.instrument().symbol() + " " + data.instrument().title() + " " + data.kind())
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(told::contains);
    }

    /// Down goes to what was found, Enter takes the first of it, Escape gives up the search.
    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            search.clear();
        } else if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
        } else if (event.getCode() == KeyCode.ENTER && !found.isEmpty()) {
            list.getSelectionModel().select(0);
        } else {
            return;
        }
        event.consume();
    }

    private ListView<StoredData> list(Workbench workbench, Runnable onEdit, Runnable onQuality) {
        ListView<StoredData> shown = new ListView<>(found);
        KnownFacts facts =
                new KnownFacts(workbench.workspace(), workbench.tasks(), shown::refresh, () -> isShown(shown));
        shown.setId("instrument-list");
        shown.setAccessibleText("Instruments");
        Label nothing = new Label("Nothing here.\nImport a file, or drop one here.");
        nothing.setWrapText(true);
        shown.setPlaceholder(nothing);
        Consumer<StoredData> onBadge = clicked -> {
            choose(workbench, clicked);
            onQuality.run();
        };
        Consumer<Moments.Place> onPlace = place -> {
            choose(workbench, place.of());
            workbench.moments().show(place);
        };
        shown.setCellFactory(ignored -> new InstrumentCell(facts, onBadge, onPlace));
        shown.getSelectionModel().selectedItemProperty().subscribe(chosen -> choose(workbench, chosen));
        MenuItem edit = new MenuItem("Edit instrument…");
        edit.disableProperty().bind(workbench.symbol().isNull());
        edit.setOnAction(event -> onEdit.run());
        MenuItem quality = new MenuItem("Quality");
        quality.disableProperty().bind(workbench.symbol().isNull());
        quality.setOnAction(event -> onQuality.run());
        shown.setContextMenu(new ContextMenu(quality, edit));
        workbench.symbol().subscribe(chosen -> shown.getSelectionModel().select(chosen));
        return shown;
    }

    private static boolean isShown(ListView<StoredData> shown) {
        return shown.getScene() != null
                && shown.getScene().getWindow() != null
                && shown.getScene().getWindow().isShowing();
    }

    private static void choose(Workbench workbench, @Nullable StoredData chosen) {
        if (chosen != null) {
            workbench.symbol().set(chosen);
        }
    }
}
