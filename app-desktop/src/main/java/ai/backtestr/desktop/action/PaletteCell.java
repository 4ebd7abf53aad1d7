package ai.backtestr.desktop.action;

import java.util.BitSet;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A line of the palette: what kind it is, its title with the letters that were meant, details, keys.
final class PaletteCell extends ListCell<PaletteSearch.Found> {
    private static final int PARTS = 12;
    private static final PseudoClass MEANT = PseudoClass.getPseudoClass("meant");

    private final Label kind = new Label();
    private final HBox title = new HBox();
    private final Label detail = new Label();
    private final Label keys = new Label();
    private final HBox line;

    PaletteCell(Consumer<PaletteSearch.@Nullable Found> onChosen) {
        kind.getStyleClass().add("palette-kind");
        title.setMinWidth(Region.USE_PREF_SIZE);
        for (int i = 0; i < PARTS; i++) {
            Label part = new Label();
            part.getStyleClass().add("palette-letters");
            part.setMinWidth(Region.USE_PREF_SIZE);
            title.getChildren().add(part);
        }
        detail.getStyleClass().add("note");
        detail.setMinWidth(0);
        keys.getStyleClass().add("palette-keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        title.setAlignment(Pos.CENTER_LEFT);
        line = new HBox(kind, title, detail, space, keys);
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

    /// Parts of the title are the same labels each time: a list lays out cells while it fills them, and does not
    /// see nodes that come then.
    private void showTitle(String text, BitSet letters) {
        int part = 0;
        for (int from = 0; from < text.length(); part++) {
            boolean meant = letters.get(from);
            int next = meant ? letters.nextClearBit(from) : letters.nextSetBit(from);
            int to = next < 0 || part == PARTS - 1 ? text.length() : Math.min(next, text.length());
            show(part, text.substring(from, to), meant);
            from = to;
        }
        for (; part < PARTS; part++) {
            show(part, "", false);
        }
    }

    private void show(int part, String text, boolean meant) {
        Label label = (Label) title.getChildren().get(part);
        label.setText(text);
        label.pseudoClassStateChanged(MEANT, meant);
    }
}
