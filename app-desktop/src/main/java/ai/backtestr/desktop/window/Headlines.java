package ai.backtestr.desktop.window;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.desktop.program.Browser;
import ai.backtestr.desktop.report.InstrumentTable;
import ai.backtestr.desktop.runs.RunData;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import ai.backtestr.engine.time.WallClock;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The figures of the run that are asked for first, beside those of the one that is pinned. FX thread only.
final class Headlines extends HBox {
    private static final List<String> FIGURES =
            List.of("netProfit", "returnPercent", "maxDrawdownPercent", "sharpe", "profitFactor", "winRate", "trades");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final PseudoClass PART = PseudoClass.getPseudoClass("part");

    private final Workbench workbench;
    private final Consumer<Path> onReport;
    private final ToggleButton pin = new ToggleButton("Pin");
    private final Label of = new Label();
    private final Label pinnedNote = new Label();
    private final HBox cards = new HBox();
    private final Label hint = new Label("Run a backtest to see what it earned.");
    private final List<FigureCard> figures =
            FIGURES.stream().map(FigureCard::new).toList();

    /// @param onReport hears of the page of each report
    Headlines(Workbench workbench, Consumer<Path> onReport) {
        this.workbench = workbench;
        this.onReport = onReport;
        getStyleClass().add("headline-row");
        cards.setId("headlines");
        cards.getStyleClass().add("headlines");
        hint.getStyleClass().add("note");
        cards.getChildren().add(hint);
        HBox.setHgrow(cards, Priority.ALWAYS);
        of.setId("result-of");
        of.getStyleClass().add("note");
        of.setMinWidth(USE_PREF_SIZE);
        pin.setId("pin");
        pin.getStyleClass().addAll("small", "pin");
        pin.setMinWidth(USE_PREF_SIZE);
        pin.setTooltip(new Tooltip("Keeps these figures beside those of the runs to come."));
        pin.disableProperty().bind(workbench.result().isNull());
        pin.setOnAction(event -> pin());
        pinnedNote.setId("pinned-note");
        pinnedNote.getStyleClass().addAll("note", "headline-note");
        pinnedNote.managedProperty().bind(pinnedNote.visibleProperty());
        pinnedNote.visibleProperty().bind(pinnedNote.textProperty().isNotEmpty());
        pinnedNote.setMinWidth(0);
        getChildren().addAll(cards, pinnedNote, of, reportButton(), pin);
        workbench.seen().subscribe(this::show);
        workbench.pinned().subscribe(this::showPinned);
    }

    private void pin() {
        workbench.shown().pinOrUnpin();
        pin.setSelected(workbench.pinned().get() != null);
    }

    private Button reportButton() {
        Button report = new Button("Report");
        report.setId("report");
        report.getStyleClass().addAll("small");
        report.setMinWidth(USE_PREF_SIZE);
        report.setTooltip(new Tooltip("Checks the run and shows a report on it in the browser (Ctrl+R)"));
        report.disableProperty().bind(workbench.result().isNull());
        report.setOnAction(event -> report());
        return report;
    }

    /// Has a report written and shows it.
    void report() {
        workbench.shown().report(page -> {
            onReport.accept(page);
            workbench.tasks().background(() -> browse(page));
        });
    }

    private void browse(Path page) {
        try {
            Browser.show(page);
        } catch (ProblemException e) {
            workbench.tasks().later(() -> workbench.tasks().tellError(String.valueOf(e.getMessage())));
        }
    }

    private void showPinned(@Nullable BacktestResult pinned) {
        pin.setSelected(pinned != null);
        pin.setText(pinned == null ? "Pin" : "Unpin");
        show();
    }

    private void show() {
        BacktestResult result = workbench.seen().get();
        cards.pseudoClassStateChanged(PART, workbench.shown().isPart());
        of.setText(result == null ? "" : result.spec().strategy().name() + " on " + InstrumentTable.title(result));
        if (result == null) {
            pinnedNote.setText("");
            cards.getChildren().setAll(hint);
            return;
        }
        BacktestResult pinned = workbench.pinned().get();
        pinnedNote.setText(note(result, pinned));
        pinnedNote.setTooltip(new Tooltip(pinnedNote.getText()));
        // They stay, so that the keyboard stays on the one it is on.
        if (cards.getChildren().contains(hint)) {
            cards.getChildren().setAll(figures);
        }
        figures.forEach(
                card -> card.show(result.statistics(), result.currency(), pinned == null ? null : pinned.statistics()));
    }

    private String note(BacktestResult result, @Nullable BacktestResult pinned) {
        if (workbench.shown().isPart()) {
            WallClock clock = workbench.preferred().clock().get();
            return "So far, until " + DAY.format(Times.instant(result.lastNs()).atZone(clock.zone()));
        }
        return pinned == null
                ? ""
                : RunData.difference(List.of(RunData.of("pinned", pinned), RunData.of("now", result)));
    }
}
