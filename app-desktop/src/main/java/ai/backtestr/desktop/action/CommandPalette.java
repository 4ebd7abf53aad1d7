package ai.backtestr.desktop.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A field over the window in which everything that can be done or opened is found by a few letters. Up and Down
/// choose, Enter does it, Escape leaves.
///
/// Threads: belongs to the FX thread.
public final class CommandPalette {
    private static final double WIDTH = 640;
    private static final double CELL = 30;
    private static final int ROWS = 13;
    private static final double FROM_TOP = 64;

    private final ActionRegistry actions;
    private final List<PaletteSource> sources;
    private final Popup popup = new Popup();
    private final TextField typed = new TextField();
    private final ListView<PaletteSearch.Found> list = new ListView<>();
    private final Map<PaletteSource, List<PaletteEntry>> offered = new LinkedHashMap<>();

    /// @param sources what it offers besides the actions
    public CommandPalette(ActionRegistry actions, List<PaletteSource> sources) {
        this.actions = actions;
        this.sources = List.copyOf(sources);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().setAll(content());
    }

    private Node content() {
        typed.setId("palette-field");
        typed.setPromptText("Action, instrument, strategy, kept run or setting");
        typed.setAccessibleText("Find an action, instrument, strategy, kept run or setting");
        typed.textProperty().subscribe((before, now) -> find());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("palette-list");
        list.setAccessibleText("Found");
        list.setFixedCellSize(CELL);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label("Nothing is called so."));
        list.setCellFactory(ignored -> new PaletteCell(this::chosen));
        VBox content = new VBox(typed, list);
        content.getStyleClass().add("palette");
        content.setPrefWidth(WIDTH);
        return content;
    }

    /// Opens it over `owner`.
    public void show(Window owner) {
        typed.clear();
        offered.clear();
        sources.forEach(source -> offered.put(source, List.of()));
        popup.show(
                owner,
                owner.getX() + (owner.getWidth() - WIDTH) / 2,
                owner.getY() + Math.min(FROM_TOP, owner.getHeight() / 8));
        typed.requestFocus();
        sources.forEach(source -> source.offer(entries -> {
            offered.put(source, entries);
            find();
        }));
        find();
    }

    private void find() {
        if (!popup.isShowing()) {
            return;
        }
        List<PaletteEntry> all = new ArrayList<>();
        actions.all().stream()
                .filter(action -> action.enabled().get())
                .map(PaletteEntry::of)
                .forEach(all::add);
        offered.values().forEach(all::addAll);
        list.getItems().setAll(PaletteSearch.find(typed.getText(), all));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(CELL * Math.clamp(list.getItems().size(), 1, ROWS) + 2);
    }

    private void pressed(KeyEvent event) {
        int step = switch (event.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            case PAGE_UP -> 1 - ROWS;
            case PAGE_DOWN -> ROWS - 1;
            default -> 0;
        };
        if (step != 0) {
            select(list.getSelectionModel().getSelectedIndex() + step);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            chosen(list.getSelectionModel().getSelectedItem());
            event.consume();
        }
    }

    private void select(int index) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            list.getSelectionModel().select(Math.clamp(index, 0, last));
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS / 2));
        }
    }

    private void chosen(PaletteSearch.@Nullable Found found) {
        if (found != null) {
            popup.hide();
            found.entry().work().run();
        }
    }

    /// Returns whether it is open.
    public boolean isShowing() {
        return popup.isShowing();
    }

    /// Returns what is in it, for whoever drives the window without hands.
    public Node root() {
        return popup.getContent().getFirst();
    }
}
