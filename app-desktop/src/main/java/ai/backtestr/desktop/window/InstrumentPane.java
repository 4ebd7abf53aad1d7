package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.time.Times;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The instruments that are stored, with how many ticks of which days.
final class InstrumentPane extends BorderPane {
    InstrumentPane(Workbench workbench, Runnable onImport, Runnable onImportFolder, Runnable onEdit) {
        getStyleClass().add("side-pane");
        setId("instruments");
        setTop(header(onImport, onImportFolder));
        setCenter(list(workbench, onEdit));
    }

    private static HBox header(Runnable onImport, Runnable onImportFolder) {
        Label title = new Label("Instruments");
        title.getStyleClass().add("pane-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        MenuItem files = new MenuItem("Files…");
        files.setOnAction(event -> onImport.run());
        MenuItem folder = new MenuItem("Folder…");
        folder.setOnAction(event -> onImportFolder.run());
        MenuButton open = new MenuButton("Import", null, files, folder);
        open.setId("import");
        open.getStyleClass().add("small");
        HBox header = new HBox(title, space, open);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("pane-header");
        return header;
    }

    private static ListView<StoredData> list(Workbench workbench, Runnable onEdit) {
        ListView<StoredData> list = new ListView<>(workbench.symbols());
        list.setId("instrument-list");
        list.setAccessibleText("Instruments");
        list.setPlaceholder(new Label("Nothing stored yet.\nImport a file, or drop one here."));
        list.setCellFactory(ignored -> new InstrumentCell());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                workbench.symbol().set(chosen);
            }
        });
        MenuItem edit = new MenuItem("Edit instrument…");
        edit.disableProperty().bind(workbench.symbol().isNull());
        edit.setOnAction(event -> onEdit.run());
        list.setContextMenu(new ContextMenu(edit));
        workbench.symbol().subscribe(chosen -> list.getSelectionModel().select(chosen));
        return list;
    }

    private static final class InstrumentCell extends ListCell<StoredData> {
        private final Label symbol = new Label();
        private final Label coverage = new Label();
        private final Label ticks = new Label();
        private final VBox lines = new VBox(symbol, coverage, ticks);

        InstrumentCell() {
            symbol.getStyleClass().add("instrument-symbol");
            coverage.getStyleClass().add("note");
            ticks.getStyleClass().add("note");
        }

        @Override
        protected void updateItem(@Nullable StoredData stored, boolean empty) {
            super.updateItem(stored, empty);
            if (empty || stored == null) {
                setGraphic(null);
                return;
            }
            symbol.setText(stored.instrument().title());
            coverage.setText(day(stored.firstNs()) + " – " + day(stored.lastNs()));
            ticks.setText(FigureText.count(stored.count()) + " " + stored.kind());
            setGraphic(lines);
        }

        private static String day(long timeNs) {
            return Times.format(timeNs).substring(0, 10);
        }
    }
}
