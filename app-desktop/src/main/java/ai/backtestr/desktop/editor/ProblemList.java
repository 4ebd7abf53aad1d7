package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.userstrategy.SourceProblem;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// What is wrong with the source shown: a click or Enter goes to the place. It is there while something is.
final class ProblemList extends ListView<SourceProblem> {
    private static final double ROW = 26;
    private static final int ROWS = 4;

    private final Consumer<SourceProblem> onChosen;
    private double room = Double.MAX_VALUE;

    ProblemList(Consumer<SourceProblem> onChosen) {
        this.onChosen = onChosen;
        setId("code-problems");
        setAccessibleText("Problems");
        getStyleClass().add("code-problems");
        setFixedCellSize(ROW);
        setCellFactory(ignored -> new Cell());
        setOnMouseClicked(event -> choose());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
                event.consume();
            }
        });
        managedProperty().bind(visibleProperty());
        show(List.of());
    }

    private void choose() {
        SourceProblem selected = getSelectionModel().getSelectedItem();
        if (selected != null) {
            onChosen.accept(selected);
        }
    }

    void show(List<SourceProblem> problems) {
        getItems().setAll(problems);
        setVisible(!problems.isEmpty());
        fit();
    }

    /// Takes no more than that height, but for a line, so that the source stays in sight.
    void setRoom(double height) {
        room = height;
        fit();
    }

    private void fit() {
        double height = ROW * Math.min(ROWS, getItems().size()) + 2;
        double fitting = Math.min(height, Math.max(ROW + 2, room));
        setMinHeight(fitting);
        setPrefHeight(fitting);
    }

    private static final class Cell extends ListCell<SourceProblem> {
        @Override
        protected void updateItem(@Nullable SourceProblem problem, boolean empty) {
            super.updateItem(problem, empty);
            setText(empty || problem == null ? null : problem.toString());
        }
    }
}
