package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.table.RowsFile;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.table.TradesTable;
import java.io.File;
import java.util.BitSet;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The trades of the run with a filter and an export of what it lists.
///
/// Threads: belongs to the FX thread; trades are searched and written in the background.
final class TradesPane extends BorderPane {
    private enum Work implements Tasks.Track {
        FILTER,
        EXPORT
    }

    private final Workbench workbench;
    private final TradesTable trades;
    private final TextField filter = new TextField();
    private final Label count = new Label();

    /// @param trades what lists them
    TradesPane(Workbench workbench, TradesTable trades) {
        this.workbench = workbench;
        this.trades = trades;
        filter.setId("trades-filter");
        filter.setPromptText("Filter");
        filter.setPrefWidth(300);
        filter.setAccessibleText("Filter trades");
        filter.setTooltip(new Tooltip("What a cell contains; Enter filters"));
        filter.setOnAction(event -> filter());
        count.setId("trades-count");
        count.getStyleClass().add("note");
        Button export = new Button("Export…");
        export.setId("trades-export");
        export.getStyleClass().addAll("small", "flat");
        export.setOnAction(event -> export());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(filter, count, space, export);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("table-bar");
        bar.disableProperty().bind(workbench.seen().isNull());
        setTop(bar);
        setCenter(trades);
        workbench.seen().subscribe(this::show);
        workbench.preferred().clock().subscribe((before, now) -> filter());
    }

    private void show(@Nullable BacktestResult result) {
        filter();
        if (result == null) {
            count.setText("");
        }
    }

    private void filter() {
        BacktestResult result = workbench.seen().get();
        String text = filter.getText();
        workbench.tasks().cancel(Work.FILTER);
        if (result == null || text.isBlank()) {
            take(null);
        } else {
            ResultTradeRows rows = new ResultTradeRows(result);
            WallClock clock = workbench.preferred().clock().get();
            BackgroundTask<BitSet> searching = new BackgroundTask<>(
                    "Searching trades", control -> TradesTable.matching(rows, text, clock, control::isCancelled));
            workbench.tasks().start(Work.FILTER, searching, this::take);
        }
    }

    private void take(@Nullable BitSet found) {
        trades.showOnly(found);
        count.setText(FigureText.count(trades.getItems().size()) + " rows");
        trades.selectTrade(workbench.selectedTrade().get());
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export trades");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        chooser.setInitialFileName("trades.csv");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            export(file);
        }
    }

    /// Writes the trades listed, in their order.
    void export(File file) {
        workbench
                .tasks()
                .start(
                        Work.EXPORT,
                        RowsFile.writing(trades.listed(), file.toPath()),
                        written -> workbench.tasks().tell(FigureText.count(written) + " rows are in " + file));
    }
}
