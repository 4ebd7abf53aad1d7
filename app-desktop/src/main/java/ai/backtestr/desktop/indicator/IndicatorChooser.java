package ai.backtestr.desktop.indicator;

import ai.backtestr.render.indicator.IndicatorSetting;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A list of the engine's indicators that is searched by typing. Enter or a double click adds one, and it stays
/// open for more; Escape closes it.
///
/// Threads: belongs to the FX thread.
public final class IndicatorChooser extends VBox {
    private final TextField search = new TextField();
    private final ListView<IndicatorOffer> list = new ListView<>();
    private final Consumer<IndicatorSetting> onChosen;

    /// @param onChosen hears of each indicator that is chosen
    /// @param onClose hears when the list is to go
    public IndicatorChooser(Consumer<IndicatorSetting> onChosen, Runnable onClose) {
        this.onChosen = onChosen;
        setId("indicator-chooser");
        getStyleClass().add("chart-panel");
        search.setId("indicator-search");
        search.setPromptText("Search indicators");
        search.setAccessibleText("Search indicators");
        search.textProperty().subscribe(this::show);
        list.setId("indicator-list");
        list.setAccessibleText("Indicators");
        list.setCellFactory(view -> new OfferCell());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                choose();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, onClose));
        setPrefSize(460, 420);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    private void show(String typed) {
        List<IndicatorOffer> offers = IndicatorOffer.matching(typed);
        list.getItems().setAll(offers);
        list.getSelectionModel().selectFirst();
    }

    private void press(KeyEvent event, Runnable onClose) {
        switch (event.getCode()) {
            case ESCAPE -> onClose.run();
            case ENTER -> choose();
            case UP -> move(-1);
            case DOWN -> move(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int selected = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        list.getSelectionModel().select(selected);
        list.scrollTo(Math.max(0, selected - 2));
    }

    private void choose() {
        IndicatorOffer offer = list.getSelectionModel().getSelectedItem();
        if (offer != null) {
            onChosen.accept(offer.setting());
        }
    }

    /// Begins a new search.
    public void begin() {
        search.clear();
        show("");
        search.requestFocus();
    }

    private static final class OfferCell extends ListCell<IndicatorOffer> {
        private final Label title = new Label();
        private final Label name = new Label();
        private final Label description = new Label();
        private final VBox content;

        OfferCell() {
            title.getStyleClass().add("offer-title");
            name.getStyleClass().add("offer-note");
            description.getStyleClass().add("offer-note");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            content = new VBox(new HBox(title, space, name), description);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(IndicatorOffer item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : content);
            if (!empty) {
                title.setText(item.title());
                name.setText(item.definition().name() + " · " + item.where());
                description.setText(item.definition().description());
                setAccessibleText(item.title());
            }
        }
    }
}
