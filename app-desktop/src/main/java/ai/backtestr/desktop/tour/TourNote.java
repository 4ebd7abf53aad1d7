package ai.backtestr.desktop.tour;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;

/// What a stop of the tour says, with the buttons that lead on. FX thread only.
final class TourNote extends VBox {
    /// Where its arrow is.
    enum Side {
        UP,
        DOWN,
        NONE
    }

    private static final double WIDTH = 360;

    private final Label title = new Label();
    private final Label text = new Label();
    private final Label place = new Label();
    private final CheckBox silent = new CheckBox("Don't show again");
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");
    private final Polygon up = new Polygon(0, 10, 10, 0, 20, 10);
    private final Polygon down = new Polygon(0, 0, 10, 10, 20, 0);

    TourNote(Runnable onNext, Runnable onBack, Runnable onEnd) {
        getStyleClass().add("tour");
        setId("tour");
        title.getStyleClass().add("pane-title");
        title.setId("tour-title");
        text.setId("tour-text");
        text.setWrapText(true);
        place.getStyleClass().add("note");
        silent.setId("tour-silent");
        silent.setSelected(true);
        next.setId("tour-next");
        next.getStyleClass().addAll("small", "accent");
        next.setOnAction(event -> onNext.run());
        back.setId("tour-back");
        back.getStyleClass().add("small");
        back.setOnAction(event -> onBack.run());
        Button end = new Button("End");
        end.setId("tour-end");
        end.getStyleClass().add("small");
        end.setOnAction(event -> onEnd.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(8, silent, space, end, back, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        for (Region control : new Region[] {silent, end, back, next}) {
            control.setFocusTraversable(false); // keys belong to the window
            control.setMinWidth(USE_PREF_SIZE);
        }
        Label keys = new Label("F8 next, Shift+F8 back, Ctrl+F8 ticks, Esc ends");
        keys.getStyleClass().add("note");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        VBox box = new VBox(10, title, text, new HBox(keys, between, place), buttons);
        box.getStyleClass().add("tour-note");
        box.setPrefWidth(WIDTH);
        for (Polygon arrow : new Polygon[] {up, down}) {
            arrow.getStyleClass().add("tour-arrow");
            arrow.managedProperty().bind(arrow.visibleProperty());
            VBox.setMargin(arrow, new Insets(0, 0, 0, 24));
        }
        getChildren().addAll(up, box, down);
    }

    void show(TourStop stop, int number, int of) {
        title.setText(stop.title());
        text.setText(stop.text());
        place.setText(number + " of " + of);
        back.setDisable(number == 1);
        next.setText(number == of ? "Done" : "Next");
    }

    void pointAt(Side side) {
        up.setVisible(side == Side.UP);
        down.setVisible(side == Side.DOWN);
    }

    void switchSilent() {
        silent.setSelected(!silent.isSelected());
    }

    boolean isWantedAgain() {
        return !silent.isSelected();
    }
}
