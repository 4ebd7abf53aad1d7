package ai.backtestr.render.table;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.chart.ChartTheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The closed trades of a run. The items are row numbers of [TradeRows]; texts exist only for the rows on screen,
/// so a hundred thousand trades cost no more than ten.
///
/// Columns sort by their exact values; Ctrl+C copies the selected rows as tab-separated text with a line of titles.
///
/// Threads: confined to the FX thread.
public final class TradesTable extends TableView<Integer> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private TradeRows rows = TradeRows.none();
    private @Nullable BitSet wanted; // null for all
    private RowOrder order = new RowOrder(0);
    private ChartTheme theme = ChartTheme.DARK;
    private WallClock clock = WallClock.UTC;
    private IntConsumer onTradeSelected = row -> {};
    private boolean selecting;

    /// A table without rows.
    public TradesTable() {
        for (TradeColumn kind : TradeColumn.values()) {
            getColumns().add(column(kind));
        }
        getStyleClass().add("trades-table");
        getStylesheets().add(stylesheet());
        setPlaceholder(new Label("No trades yet. Run a strategy to see its trades here."));
        setAccessibleText("Trades");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getSelectionModel().selectedItemProperty().subscribe(this::selectionChanged);
        setSortPolicy(table -> sortRows());
        addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnShortcut);
        setItems(order);
        setRows(rows);
    }

    private static String stylesheet() {
        String file = "trades-table.css";
        return Objects.requireNonNull(TradesTable.class.getResource(file), () -> file + " is missing from the program")
                .toExternalForm();
    }

    private TableColumn<Integer, Integer> column(TradeColumn kind) {
        TableColumn<Integer, Integer> column = new TableColumn<>(kind.title);
        column.setId(kind.name());
        column.setPrefWidth(kind.width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> new TradeCell(this, kind));
        if (kind.isNumeric()) {
            column.getStyleClass().add("numeric");
        }
        return column;
    }

    /// Lists these trades instead of those before, in the order the columns are sorted by; none of them is
    /// selected.
    public void setRows(TradeRows newRows) {
        rows = newRows;
        getColumns()
                .forEach(column ->
                        column.setVisible(TradeColumn.valueOf(column.getId()).isShown(newRows)));
        show(null);
    }

    /// Lists some of the trades alone; none of them is selected.
    ///
    /// @param newWanted their places in [TradeRows]; null for all
    public void showOnly(@Nullable BitSet newWanted) {
        show(newWanted == null ? null : (BitSet) newWanted.clone());
    }

    private void show(@Nullable BitSet newWanted) {
        getSelectionModel().clearSelection();
        wanted = newWanted;
        order = newWanted == null
                ? new RowOrder(rows.count())
                : new RowOrder(newWanted.stream().toArray());
        // A table forgets its order when it is given other items.
        List<TableColumn<Integer, ?>> sortOrder = List.copyOf(getSortOrder());
        setItems(order);
        getSortOrder().setAll(sortOrder);
        refresh();
    }

    /// Sets the clock whose times are shown; what is copied stays in UTC.
    public void setClock(WallClock newClock) {
        clock = newClock;
        getColumns()
                .forEach(column ->
                        column.setText(TradeColumn.valueOf(column.getId()).title(newClock)));
        refresh();
    }

    WallClock clock() {
        return clock;
    }

    /// Sets the colours of profit and loss.
    public void setTheme(ChartTheme newTheme) {
        theme = newTheme;
        refresh();
    }

    /// Sets who is told when the user selects a row; the argument is its place in [TradeRows]. Not called for what
    /// [#selectTrade] selects.
    public void setOnTradeSelected(IntConsumer listener) {
        onTradeSelected = listener;
    }

    /// Selects one row and scrolls to it.
    ///
    /// @param row its place in [TradeRows], or -1 to select none
    public void selectTrade(int row) {
        selecting = true;
        try {
            getSelectionModel().clearSelection();
            if (row >= 0) {
                int place = order.placeOf(row);
                if (place >= 0) {
                    getSelectionModel().select(place);
                    scrollTo(Math.max(0, place - 2));
                }
            }
        } finally {
            selecting = false;
        }
    }

    /// Returns the place in [TradeRows] of the row selected last, -1 if none is selected.
    public int selectedTrade() {
        Integer row = getSelectionModel().getSelectedItem();
        return row == null ? -1 : row;
    }

    /// Returns the selected rows in the order shown, as tab-separated text with a line of titles.
    public String selectionAsText() {
        StringBuilder text = new StringBuilder();
        StringJoiner titles = new StringJoiner("\t", "", "\n");
        List<TradeColumn> columns = Arrays.stream(TradeColumn.values())
                .filter(column -> column.isShown(rows))
                .toList();
        columns.forEach(column -> titles.add(column.title));
        text.append(titles);
        for (int place : getSelectionModel().getSelectedIndices().sorted()) {
            StringJoiner line = new StringJoiner("\t", "", "\n");
            for (TradeColumn column : columns) {
                line.add(column.text(rows, order.get(place)));
            }
            text.append(line);
        }
        return text.toString();
    }

    /// Returns which of some trades have a cell that contains a text, in any case of letters. Any thread, as long
    /// as `trades` can be read there.
    ///
    /// @param clock the clock whose times are shown
    /// @param cancelled tells that nobody wants to know any more
    public static BitSet matching(TradeRows trades, String text, WallClock clock, BooleanSupplier cancelled) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        BitSet found = new BitSet(trades.count());
        for (int row = 0; row < trades.count() && !cancelled.getAsBoolean(); row++) {
            for (TradeColumn column : TradeColumn.values()) {
                String shown = column.isTime() ? column.shownText(trades, row, clock) : column.text(trades, row);
                if (shown.toLowerCase(Locale.ROOT).contains(wanted)) {
                    found.set(row);
                }
            }
        }
        return found;
    }

    /// Returns what is listed now, in its order, as it is copied: to be written to a file. Any thread may read it,
    /// as long as the trades can be read there.
    public LongRows listed() {
        return new ListedTradeTexts(rows, order.rows());
    }

    private void copyOnShortcut(KeyEvent event) {
        if (COPY.match(event) && !getSelectionModel().isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(selectionAsText());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    private void selectionChanged(@Nullable Integer row) {
        if (row != null && !selecting) {
            onTradeSelected.accept(row);
        }
    }

    private boolean sortRows() {
        int selected = selectedTrade();
        List<RowSorter.Criterion> criteria = new ArrayList<>();
        for (TableColumn<Integer, ?> column : getSortOrder()) {
            boolean descending = column.getSortType() == TableColumn.SortType.DESCENDING;
            criteria.add(new RowSorter.Criterion(TradeColumn.valueOf(column.getId()), descending));
        }
        BitSet shown = wanted;
        int[] sorted = RowSorter.order(rows, criteria);
        order.permute(
                shown == null
                        ? sorted
                        : Arrays.stream(sorted).filter(shown::get).toArray());
        selectTrade(selected);
        return true;
    }

    TradeRows rows() {
        return rows;
    }

    ChartTheme theme() {
        return theme;
    }
}
