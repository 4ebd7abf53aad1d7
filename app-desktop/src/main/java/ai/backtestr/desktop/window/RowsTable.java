package ai.backtestr.desktop.window;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A table whose rows are written as they come on screen, however many there are. Ctrl+C copies those selected with
/// the titles.
///
/// Threads: belongs to the FX thread.
final class RowsTable extends TableView<Integer> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double TIME_WIDTH = 230;
    private static final double WIDTH = 96;
    private static final double LAST_WIDTH = 240;

    private final List<String> titles;
    private final String empty;
    private IntFunction<List<String>> rows = index -> List.of();
    private int writtenIndex = -1;
    private List<String> written = List.of();

    RowsTable(String id, String name, String empty, List<String> titles) {
        this.titles = titles;
        this.empty = empty;
        setId(id);
        setAccessibleText(name);
        setPlaceholder(new Label(empty));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        for (int i = 0; i < titles.size(); i++) {
            getColumns().add(column(i));
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::copyOn);
    }

    private TableColumn<Integer, String> column(int index) {
        String title = titles.get(index);
        TableColumn<Integer, String> column = new TableColumn<>(inWords(title));
        column.setSortable(false);
        boolean isTime = title.toLowerCase(Locale.ROOT).endsWith("time");
        column.setPrefWidth(isTime ? TIME_WIDTH : title.equals("reason") ? LAST_WIDTH : WIDTH);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(row(cell.getValue()).get(index)));
        return column;
    }

    /// Returns the words of a name like `placedTime`.
    private static String inWords(String name) {
        String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private List<String> row(int index) {
        if (index != writtenIndex) {
            written = rows.apply(index);
            writtenIndex = index;
        }
        return written;
    }

    /// Shows nothing, as there is no run.
    void clear() {
        show(0, index -> List.of());
        setPlaceholder(new Label(empty));
    }

    /// Shows other rows.
    ///
    /// @param source writes the row of that place
    void show(int count, IntFunction<List<String>> source) {
        setPlaceholder(new Label("None in this run."));
        rows = source;
        writtenIndex = -1;
        setItems(FXCollections.observableList(new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index;
            }

            @Override
            public int size() {
                return count;
            }
        }));
    }

    private void copyOn(KeyEvent event) {
        if (COPY.match(event) && !getSelectionModel().isEmpty()) {
            String text = getSelectionModel().getSelectedItems().stream()
                    .map(index -> String.join("\t", rows.apply(index)))
                    .collect(Collectors.joining("\n", String.join("\t", titles) + "\n", "\n"));
            ClipboardContent content = new ClipboardContent();
            content.put(DataFormat.PLAIN_TEXT, text);
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }
}
