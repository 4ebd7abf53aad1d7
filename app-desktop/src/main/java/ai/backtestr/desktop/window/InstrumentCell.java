package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.workspace.DataFacts;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.time.Times;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An instrument in the list, with the days that have ticks or bars and a badge that tells of what stood out in them.
/// FX
/// thread only.
final class InstrumentCell extends ListCell<StoredData> {
    private static final int DAY_LENGTH = 10;
    private static final PseudoClass CLEAN = PseudoClass.getPseudoClass("clean");
    private static final PseudoClass LOSSY = PseudoClass.getPseudoClass("lossy");

    private final KnownFacts facts;
    private final Label symbol = new Label();
    private final Label badge = new Label();
    private final Label extent = new Label();
    private final Label ticks = new Label();
    private final CoverageStrip strip;
    private final Tooltip tooltip = new Tooltip();
    private final VBox lines;

    /// @param onBadge hears of the data whose badge is clicked
    /// @param onPlace hears of the days that are clicked
    InstrumentCell(KnownFacts facts, Consumer<StoredData> onBadge, Consumer<Moments.Place> onPlace) {
        this.facts = facts;
        strip = new CoverageStrip(onPlace);
        badge.setOnMouseClicked(event -> {
            StoredData stored = getItem();
            if (stored != null && event.getButton() == MouseButton.PRIMARY) {
                onBadge.accept(stored);
            }
        });
        symbol.getStyleClass().add("instrument-symbol");
        badge.getStyleClass().add("quality-badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        extent.getStyleClass().add("note");
        ticks.getStyleClass().add("note");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox title = new HBox(symbol, space, badge);
        title.setAlignment(Pos.CENTER_LEFT);
        lines = new VBox(title, extent, ticks, strip);
        lines.getStyleClass().add("instrument-lines");
        // The list is no wider than its pane.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable StoredData stored, boolean empty) {
        super.updateItem(stored, empty);
        if (empty || stored == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        symbol.setText(stored.instrument().title());
        extent.setText(day(stored.firstNs()) + " – " + day(stored.lastNs()));
        ticks.setText(FigureText.count(stored.count()) + " " + stored.kind());
        show(facts.of(stored), stored);
        setGraphic(lines);
    }

    private void show(Optional<DataFacts> known, StoredData stored) {
        strip.show(known.map(DataFacts::days).orElse(List.of()), stored);
        badge.setVisible(known.isPresent());
        if (known.isEmpty()) {
            setTooltip(null);
            return;
        }
        DataFacts found = known.get();
        boolean lossy = found.rejected() > 0;
        boolean clean = !lossy && found.findings() == 0;
        badge.pseudoClassStateChanged(CLEAN, clean);
        badge.pseudoClassStateChanged(LOSSY, lossy);
        badge.setText(clean ? "clean" : FigureText.count(found.rejected() + found.findings()));
        String words = QualityText.of(found, stored.kind());
        badge.setAccessibleText("Quality: " + words);
        tooltip.setText(words + "\nA click on the number lists them.");
        setTooltip(tooltip);
    }

    private static String day(long timeNs) {
        return Times.format(timeNs).substring(0, DAY_LENGTH);
    }
}
