package ai.backtestr.render.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// A table of any number of rows, billions too. It has slots for the rows on screen only, and a scroll bar that
/// counts rows; rows are read in the background, and what was on screen stays until they are there.
///
/// Arrows, Page Up, Page Down, Home and End move the selection, with Shift they extend it, Ctrl+A selects all. The
/// wheel and the scroll bar move the rows.
///
/// Threads: belongs to the FX thread, but for [#awaitLoaded].
public final class LongTable extends BorderPane {
    /// Stands in a cell that has no value, unlike one whose value is an empty text; it is painted pale, as a value
    /// that reads the same is.
    public static final String NOTHING = "NULL";

    private static final PseudoClass WITHOUT_VALUE = PseudoClass.getPseudoClass("nothing");
    private static final double ROW_HEIGHT = 24;
    private static final double ROW_NUMBER_WIDTH = 120;
    private static final double PIXELS_A_NOTCH = 40;
    private static final double ROWS_A_NOTCH = 3;

    /// Is asked to bring the rows in another order.
    public interface Sorter {
        /// Brings them in that order.
        ///
        /// @param column its place in [LongRows#columns], -1 for the order the rows have by themselves
        void sort(int column, boolean descending);
    }

    private final String name;
    private final TableView<TableSlot> view = new TableView<>();
    private final ScrollBar scroll = new ScrollBar();
    private final ObservableList<TableSlot> slots = FXCollections.observableArrayList();
    private final RowReading reading;
    private Consumer<RuntimeException> onProblem = problem -> {};
    private Consumer<RowText> onSelected = row -> {};
    private Runnable onMoved = () -> {};
    private Sorter sorter = (column, descending) -> {};
    private @Nullable LongRows rows;
    private List<RowColumn> columns = List.of();
    private int visible;
    private long top;
    private long shownTop; // of the texts on screen, which stay until those from `top` on are read
    private long loadedFrom;
    private List<RowText> loaded = List.of();
    private RowSelection selection = RowSelection.NONE;
    private RowReading.@Nullable Moment goingTo;
    private boolean tellWhenRead;
    private boolean adjusting;
    private double scrolled;

    /// A table without rows.
    ///
    /// @param name what it is called when it is read out
    public LongTable(String name) {
        this.name = name;
        reading = new RowReading(
                answer -> Platform.runLater(() -> take(answer)),
                problem -> Platform.runLater(() -> onProblem.accept(problem)));
        getStyleClass().add("long-table");
        view.setFixedCellSize(ROW_HEIGHT);
        view.setItems(slots);
        view.setSelectionModel(null);
        view.setRowFactory(table -> new SlotRow(this::pressed));
        view.setSortPolicy(table -> askToSort());
        view.setAccessibleText(name);
        view.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        view.addEventFilter(KeyEvent.KEY_PRESSED, new TableKeys(this)::press);
        view.skinProperty().subscribe(skin -> Platform.runLater(this::followViewport));
        scroll.setOrientation(Orientation.VERTICAL);
        scroll.setUnitIncrement(1);
        scroll.valueProperty().subscribe((before, now) -> dragged(now.doubleValue()));
        setCenter(view);
        setRight(scroll);
        showNothing("");
    }

    private void followViewport() {
        Node viewport = view.lookup(".clipped-container");
        if (viewport != null) {
            viewport.layoutBoundsProperty().subscribe(bounds -> fitUnlessHidden(bounds.getHeight()));
        }
    }

    private void fitUnlessHidden(double height) {
        if (height > 0) {
            fit((int) (height / ROW_HEIGHT));
        }
    }

    /// As long as there are no rows, the viewport has no size.
    private void fitRoughly() {
        Node header = view.lookup(".column-header-background");
        if (slots.isEmpty() && header != null) {
            fitUnlessHidden(view.getHeight() - header.getLayoutBounds().getHeight());
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        fitRoughly();
    }

    private void fit(int room) {
        if (room != visible) {
            visible = room;
            addSlots();
            scrollTo(top);
        }
    }

    private void addSlots() {
        List<TableSlot> now = new ArrayList<>();
        int count = rows == null ? 0 : (int) Math.min(visible, rows.count());
        for (int i = 0; i < count; i++) {
            now.add(new TableSlot(i, columns.size() + 1));
        }
        slots.setAll(now);
    }

    /// Shows no rows.
    ///
    /// @param why what stands in their place
    public void showNothing(String why) {
        rows = null;
        begin();
        view.setPlaceholder(new Label(why));
    }

    /// Shows rows from the first one on; none is selected. Columns that are the same stay as the user has arranged
    /// them.
    public void show(LongRows newRows) {
        rows = newRows;
        if (!newRows.columns().equals(columns)) {
            columns = List.copyOf(newRows.columns());
            adjusting = true;
            view.getSortOrder().clear();
            view.getColumns().setAll(tableColumns());
            adjusting = false;
        }
        view.setPlaceholder(new Label("No rows."));
        begin();
    }

    /// Shows other rows of the same columns instead; what is on screen is read anew, place and selection stay as far
    /// as there are rows.
    public void replace(LongRows newRows) {
        rows = newRows;
        loaded = List.of();
        long last = newRows.count() - 1;
        if (selection.to() > newRows.count()) {
            choose(last < 0 ? RowSelection.NONE : RowSelection.of(last));
        }
        rowsGrew();
    }

    private void begin() {
        top = 0;
        shownTop = 0;
        loaded = List.of();
        goingTo = null;
        tellWhenRead = false;
        choose(RowSelection.NONE);
        addSlots();
        scrollTo(0);
    }

    private List<TableColumn<TableSlot, String>> tableColumns() {
        List<TableColumn<TableSlot, String>> made = new ArrayList<>();
        made.add(column(0, new RowColumn("Row", ROW_NUMBER_WIDTH, true)));
        made.getFirst().setSortable(false);
        for (RowColumn column : columns) {
            made.add(column(made.size(), column));
        }
        return made;
    }

    private static TableColumn<TableSlot, String> column(int index, RowColumn of) {
        TableColumn<TableSlot, String> column = new TableColumn<>(of.title());
        column.setUserData(index - 1);
        column.setPrefWidth(of.width());
        column.setCellValueFactory(row -> row.getValue().cell(index));
        column.setCellFactory(any -> new SlotCell(of.isNumeric()));
        if (of.isNumeric()) {
            column.getStyleClass().add("numeric");
        }
        return column;
    }

    private static final class SlotCell extends TableCell<TableSlot, String> {
        SlotCell(boolean numeric) {
            setAlignment(numeric ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            pseudoClassStateChanged(WITHOUT_VALUE, NOTHING.equals(text));
        }
    }

    /// Sets who brings the rows in another order when a title is clicked.
    public void setSorter(Sorter newSorter) {
        sorter = newSorter;
    }

    private boolean askToSort() {
        if (!adjusting) {
            TableColumn<TableSlot, ?> by =
                    view.getSortOrder().isEmpty() ? null : view.getSortOrder().getFirst();
            sorter.sort(
                    by == null ? -1 : (int) by.getUserData(),
                    by != null && by.getSortType() == TableColumn.SortType.DESCENDING);
        }
        return true;
    }

    /// Takes away the mark of the column that rows are sorted by; nobody is asked to sort.
    public void forgetSorting() {
        adjusting = true;
        view.getSortOrder().clear();
        adjusting = false;
    }

    /// Sets who is told when rows cannot be read.
    public void setOnProblem(Consumer<RuntimeException> listener) {
        onProblem = listener;
    }

    /// Sets who is told of the row that the user selects, once it is read. What [#goToRow] and [#goToTime] select
    /// is told of to nobody.
    public void setOnSelected(Consumer<RowText> listener) {
        onSelected = listener;
    }

    /// Sets who is told when other rows come on screen or are selected.
    public void setOnMoved(Runnable listener) {
        onMoved = listener;
    }

    /// Takes in that there are more rows than before.
    public void rowsGrew() {
        if (slots.size() != Math.min(visible, rowCount())) {
            addSlots();
        }
        scrollTo(top);
    }

    /// Returns how many rows there are so far.
    public long rowCount() {
        return rows == null ? 0 : rows.count();
    }

    /// Selects a row and brings it to the middle; beyond the last one, that.
    public void goToRow(long row) {
        if (rowCount() > 0) {
            long there = Math.clamp(row, 0, rowCount() - 1);
            goingTo = null;
            choose(RowSelection.of(there));
            scrollTo(there - visible / 2);
        }
    }

    /// Finds a moment, nanoseconds since the epoch, UTC, selects its row and brings it to the middle.
    ///
    /// @param orBefore whether the last row at or before it is meant rather than the first at or after it
    public void goToTime(long timeNs, boolean orBefore) {
        goingTo = new RowReading.Moment(timeNs, orBefore);
        wish();
    }

    /// Selects all rows.
    public void selectAll() {
        if (rowCount() > 0) {
            choose(new RowSelection(0, rowCount() - 1));
        }
    }

    /// Returns the first row selected, -1 if none is.
    public long selectedFrom() {
        return selection.from();
    }

    /// Returns the row after the last selected, -1 if none is.
    public long selectedTo() {
        return selection.to();
    }

    /// Returns the first row on screen.
    public long firstOnScreen() {
        return shownTop;
    }

    /// Returns how many rows have room on screen.
    public int rowsOnScreen() {
        return visible;
    }

    /// Returns the texts on screen, that of the row's number first.
    public List<List<String>> textsOnScreen() {
        return slots.stream()
                .map(slot -> {
                    List<String> texts = new ArrayList<>();
                    for (int i = 0; i <= columns.size(); i++) {
                        texts.add(slot.cell(i).get());
                    }
                    return texts;
                })
                .toList();
    }

    /// Moves the selection to a row, on screen.
    void moveTo(long row, boolean reaching) {
        if (rowCount() == 0) {
            return;
        }
        long there = Math.clamp(row, 0, rowCount() - 1);
        goingTo = null;
        choose(selection.moved(there, reaching));
        if (there < top) {
            scrollTo(there);
        } else if (there >= top + visible) {
            scrollTo(there - visible + 1);
        }
        tellWhenRead = true;
        tellOfLead();
    }

    /// Returns the row that keys move; the first on screen if none is selected.
    long lead() {
        return selection.isEmpty() ? shownTop - 1 : selection.lead();
    }

    private void pressed(TableSlot slot, boolean reaching) {
        view.requestFocus();
        moveTo(shownTop + slot.place(), reaching);
    }

    private void choose(RowSelection now) {
        selection = now;
        slots.forEach(slot -> slot.chosen().set(now.holds(shownTop + slot.place())));
        onMoved.run();
    }

    private void tellOfLead() {
        long at = selection.lead() - loadedFrom;
        if (tellWhenRead && at >= 0 && at < loaded.size()) {
            tellWhenRead = false;
            RowText row = loaded.get((int) at);
            view.setAccessibleText(
                    name + ", row " + grouped(selection.lead() + 1) + " of " + grouped(rowCount()) + ": " + words(row));
            onSelected.accept(row);
        }
    }

    private void wheel(ScrollEvent event) {
        if (Math.abs(event.getDeltaY()) < Math.abs(event.getDeltaX())) {
            return; // to the columns at the side
        }
        scrolled -= event.getDeltaY() / PIXELS_A_NOTCH * ROWS_A_NOTCH;
        long whole = (long) scrolled;
        scrolled -= whole;
        goingTo = null;
        scrollTo(top + whole);
        event.consume();
    }

    private void dragged(double value) {
        if (!adjusting) {
            goingTo = null;
            scrollTo(Math.round(value));
        }
    }

    private void scrollTo(long row) {
        long last = Math.max(0, rowCount() - visible);
        top = Math.clamp(row, 0, last);
        adjusting = true;
        scroll.setMax((double) last);
        scroll.setVisibleAmount(last == 0 ? 1 : (double) visible * last / rowCount());
        scroll.setBlockIncrement(Math.max(1, visible - 1));
        scroll.setValue((double) top);
        scroll.setDisable(last == 0);
        adjusting = false;
        if (isLoaded(top, visible)) {
            display();
        }
        wish();
    }

    private boolean isLoaded(long from, int count) {
        long to = Math.min(from + count, rowCount());
        return from >= loadedFrom && to <= loadedFrom + loaded.size();
    }

    /// Wishes what is on screen, and as much again before and after it, unless enough of it is there.
    private void wish() {
        LongRows source = rows;
        long margin = visible / 2;
        boolean enough = isLoaded(Math.max(0, top - margin), (int) (visible + 2 * margin));
        if (source != null && visible > 0 && (goingTo != null || !enough)) {
            long from = Math.max(0, top - visible);
            reading.wish(new RowReading.Wish(source, from, 3 * visible, goingTo));
        }
    }

    private void take(RowReading.Answer answer) {
        if (!Objects.equals(answer.wish().rows(), rows)) {
            return;
        }
        loadedFrom = answer.from();
        loaded = answer.texts();
        if (goingTo != null && goingTo.equals(answer.wish().moment())) {
            goToRow(answer.found());
        } else if (isLoaded(top, visible)) {
            display();
        } else {
            wish();
        }
        tellOfLead();
    }

    private void display() {
        shownTop = top;
        for (TableSlot slot : slots) {
            int at = (int) (top + slot.place() - loadedFrom);
            RowText row = at >= 0 && at < loaded.size() ? loaded.get(at) : null;
            slot.show(top + slot.place() + 1, row, row == null ? "" : words(row));
            slot.chosen().set(selection.holds(top + slot.place()));
        }
        onMoved.run();
    }

    private String words(RowText row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            if (!row.cells().get(i).isEmpty()) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(columns.get(i).title())
                        .append(' ')
                        .append(row.cells().get(i));
            }
        }
        return text.toString();
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Gives the keyboard to the rows.
    public void focusRows() {
        view.requestFocus();
    }

    /// Returns once all that was wished is read. Any thread but that of the toolkit.
    public void awaitLoaded() {
        reading.awaitIdle();
    }

    /// Reads nothing more.
    public void close() {
        rows = null;
        reading.close();
    }
}
