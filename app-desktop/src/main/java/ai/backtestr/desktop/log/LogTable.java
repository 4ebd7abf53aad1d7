package ai.backtestr.desktop.log;

import ai.backtestr.desktop.home.LogLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Lines of the log as a table. FX thread only.
final class LogTable extends TableView<LogLine> {
    private static final PseudoClass GRAVE = PseudoClass.getPseudoClass("grave");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    LogTable(ObservableList<LogLine> lines) {
        super(lines);
        setId("log-lines");
        setAccessibleText("Log");
        setPlaceholder(new Label("Nothing was logged that is shown here."));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        getColumns().add(column("Time (UTC)", 110, line -> TIME.format(line.time())));
        getColumns().add(column("Level", 64, line -> line.level().name()));
        getColumns().add(column("Source", 150, LogLine::source));
        TableColumn<LogLine, String> message = column("Message", 400, LogLine::message);
        message.setMaxWidth(Double.MAX_VALUE);
        getColumns().add(message);
        setRowFactory(table -> new Row());
    }

    private static TableColumn<LogLine, String> column(String title, double width, Function<LogLine, String> text) {
        TableColumn<LogLine, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 64));
        column.setMaxWidth(width * 3);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private static final class Row extends TableRow<LogLine> {
        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            LogLine.Level level = line == null || empty ? LogLine.Level.DEBUG : line.level();
            pseudoClassStateChanged(GRAVE, level == LogLine.Level.ERROR);
            pseudoClassStateChanged(WARNING, level == LogLine.Level.WARN);
        }
    }
}
