package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.ImportPreview;
import ai.backtestr.desktop.report.FigureText;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The first rows of a file as they would be read, or why they cannot be.
final class PreviewPane extends VBox {
    private static final double LINE_WIDTH = 52;
    private static final double TIME_WIDTH = 200;
    private static final double CELL_WIDTH = 84;
    private static final double TITLE_MARGIN = 24;
    private static final double LETTER_WIDTH = 8.4;
    private static final double REASON_WIDTH = 260;

    private final Label format = new Label("Looking at the files…");
    private final Label problem = new Label();
    private final TableView<ImportPreview.Row> rows = new TableView<>();

    PreviewPane() {
        getStyleClass().add("form");
        format.setId("preview-format");
        format.setWrapText(true);
        format.getStyleClass().add("note");
        problem.setId("preview-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        rows.setId("preview-rows");
        rows.setAccessibleText("First rows as they will be read");
        rows.setPlaceholder(new Label("No row to show."));
        setVgrow(rows, Priority.ALWAYS);
        rows.setVisible(false); // until there is something to show, so that it is not styled with all else of a dialog
        rows.managedProperty().bind(rows.visibleProperty());
        getChildren().addAll(format, problem, rows);
    }

    void show(Imports.Look look) {
        rows.setVisible(true);
        problem.setText(look.problem());
        ImportPreview preview = look.preview();
        if (preview == null) {
            format.setText("The files cannot be read like this.");
            rows.getItems().clear();
            return;
        }
        String more = preview.files() == 1 ? "" : ", the first of " + preview.files() + " files";
        format.setText(preview.file() + more + ": " + preview.format());
        if (preview.rejected() > 0) {
            problem.setText(FigureText.count(preview.rejected()) + " of the first "
                    + FigureText.count(preview.rowsRead()) + " rows will be rejected: " + preview.firstRejection());
        }
        showRows(preview);
    }

    private void showRows(ImportPreview preview) {
        rows.getColumns().clear();
        TableColumn<ImportPreview.Row, String> line = column("line", LINE_WIDTH);
        line.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(Long.toString(row.getValue().line())));
        rows.getColumns().add(line);
        for (int i = 0; i < preview.columns().size(); i++) {
            int place = i;
            TableColumn<ImportPreview.Row, String> cell = column(
                    preview.columns().get(i),
                    i == 0 ? TIME_WIDTH : width(preview.columns().get(i)));
            cell.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                    row.getValue().cells().isEmpty()
                            ? ""
                            : row.getValue().cells().get(place)));
            rows.getColumns().add(cell);
        }
        if (preview.rejected() > 0) {
            TableColumn<ImportPreview.Row, String> reason = column("rejected because", REASON_WIDTH);
            reason.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().reason()));
            rows.getColumns().add(reason);
        }
        rows.getItems().setAll(preview.rows());
    }

    /// Room for the title in bold.
    private static double width(String title) {
        return Math.max(CELL_WIDTH, TITLE_MARGIN + LETTER_WIDTH * title.length());
    }

    private static TableColumn<ImportPreview.Row, String> column(String title, double width) {
        TableColumn<ImportPreview.Row, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }
}
