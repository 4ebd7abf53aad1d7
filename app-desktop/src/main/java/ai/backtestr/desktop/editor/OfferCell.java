package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.userstrategy.Completion.Offer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A name that is offered: itself, its parameters, and what it returns.
final class OfferCell extends ListCell<Offer> {
    private final Label name = new Label();
    private final Label parameters = new Label();
    private final Label type = new Label();
    private final HBox line;

    OfferCell() {
        name.getStyleClass().add("offer-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        parameters.getStyleClass().add("offer-parameters");
        parameters.setMinWidth(0);
        type.getStyleClass().add("offer-type");
        type.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = new HBox(name, parameters, space, type);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0); // cut off rather than scrolled
    }

    @Override
    protected void updateItem(@Nullable Offer offer, boolean empty) {
        super.updateItem(offer, empty);
        if (empty || offer == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            name.setText(offer.name());
            parameters.setText(offer.parameters());
            type.setText(offer.type());
            setAccessibleText(offer.name() + offer.parameters() + " " + offer.type());
            setGraphic(line);
        }
    }
}
