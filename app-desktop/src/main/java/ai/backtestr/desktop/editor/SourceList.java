package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.userstrategy.OwnStrategy;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// The strategies: the user's own, then those that come with the product. A dot marks what is not saved, red what
/// cannot be used.
final class SourceList extends ListView<SourceItem> {
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final PseudoClass BUILT_IN = PseudoClass.getPseudoClass("built-in");

    private boolean filling;

    /// @param isModified tells of a strategy whether it has something to save
    /// @param onChosen hears of the one that the user selects
    SourceList(Predicate<String> isModified, Consumer<SourceItem> onChosen) {
        setId("code-list");
        setAccessibleText("Strategies");
        getStyleClass().add("code-list");
        setCellFactory(ignored -> new Cell(isModified));
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null && !filling) {
                onChosen.accept(item);
            }
        });
        show(List.of());
    }

    /// Lists the user's own beside those that come with the product; the one selected stays selected.
    void show(List<OwnStrategy> own) {
        List<SourceItem> items = new ArrayList<>();
        own.stream().map(SourceItem::of).forEach(items::add);
        BuiltInStrategies.all().stream().map(SourceItem::of).forEach(items::add);
        SourceItem selected = getSelectionModel().getSelectedItem();
        filling = true;
        getItems().setAll(items);
        if (selected != null) {
            select(selected.name());
        }
        filling = false;
    }

    /// Selects a strategy, if it is listed.
    void select(String name) {
        getItems().stream().filter(item -> item.name().equals(name)).findFirst().ifPresent(getSelectionModel()::select);
    }

    private static final class Cell extends ListCell<SourceItem> {
        private final Predicate<String> isModified;

        Cell(Predicate<String> isModified) {
            this.isModified = isModified;
            setPrefWidth(0); // cut off rather than scrolled
        }

        @Override
        protected void updateItem(@Nullable SourceItem item, boolean empty) {
            super.updateItem(item, empty);
            SourceItem shown = empty ? null : item;
            pseudoClassStateChanged(BROKEN, shown != null && shown.broken());
            pseudoClassStateChanged(BUILT_IN, shown != null && shown.file() == null);
            if (shown == null) {
                setText(null);
            } else {
                setText((isModified.test(shown.name()) ? "● " : "") + shown.title());
            }
        }
    }
}
