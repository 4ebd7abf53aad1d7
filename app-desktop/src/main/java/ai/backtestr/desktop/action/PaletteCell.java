package ai.backtestr.desktop.action;

import java.util.BitSet;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A line of the palette: what kind it is, its title with the letters that were meant, details, keys.
final class PaletteCell extends ListCell<PaletteSearch.Found> {
    private final Label kind = new Label();
    private final TextFlow title = new TextFlow();
    private final Label detail = new Label();
    private final Label keys = new Label();
    private final HBox line;

    PaletteCell(Consumer<PaletteSearch.@Nullable Found> onChosen) {
        kind.getStyleClass().add("palette-kind");
        title.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("note");
        detail.setMinWidth(0);
        keys.getStyleClass().add("palette-keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = new HBox(kind, new HBox(title), detail, space, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("palette-line");
        line.setPrefWidth(0);
        setOnMouseClicked(event -> onChosen.accept(getItem()));
    }

    @Override
    protected void updateItem(PaletteSearch.@Nullable Found found, boolean empty) {
        super.updateItem(found, empty);
        if (empty || found == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        kind.setText(found.entry().kind());
        showTitle(found.entry().title(), found.letters());
        detail.setText(found.entry().detail());
        keys.setText(found.entry().keys());
        keys.setManaged(!found.entry().keys().isEmpty());
        setGraphic(line);
    }

    private void showTitle(String text, BitSet letters) {
        title.getChildren().clear();
        for (int from = 0; from < text.length(); ) {
            boolean meant = letters.get(from);
            int to = meant ? letters.nextClearBit(from) : letters.nextSetBit(from);
            to = to < 0 ? text.length() : Math.min(to, text.length());
            Text part = new Text(text.substring(from, to));
            part.getStyleClass().add(meant ? "palette-meant" : "palette-letters");
            title.getChildren().add(part);
            from = to;
        }
    }
}
