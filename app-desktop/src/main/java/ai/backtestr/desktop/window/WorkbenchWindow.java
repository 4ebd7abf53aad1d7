package ai.backtestr.desktop.window;

import ai.backtestr.desktop.action.ActionMenus;
import ai.backtestr.desktop.action.ActionRegistry;
import ai.backtestr.desktop.action.CommandPalette;
import ai.backtestr.desktop.action.ShortcutSheet;
import ai.backtestr.desktop.editor.CodePane;
import ai.backtestr.desktop.performance.PerformanceAlerts;
import ai.backtestr.desktop.performance.PerformanceView;
import ai.backtestr.desktop.replay.ReplayBar;
import ai.backtestr.desktop.settings.WindowSettings;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.render.chart.ChartTheme;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The workstation's window: instruments on the left, the chart in the middle, the strategy on the right, what came
/// of the run below.
///
/// What can be done in it, and with which keys, stands in [WorkbenchActions].
///
/// Threads: belongs to the FX thread.
final class WorkbenchWindow {
    private static final double SHARE_OF_SCREEN = 0.94;
    private static final double PREVIEW_MS = 250;
    private static final double CODE_FROM = 0.4; // of the height, where there is room to write

    private final Workbench workbench;
    private final Stage stage;
    private final ChartPane chart;
    private final ResultPane results;
    private final ReplayBar replay;
    private final CodePane code;
    private final ToggleButton light = new ToggleButton("Light");
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final WindowMemory memory;
    private final WindowFrame frame;
    private final Scene scene;
    private final HBox titleBar = new HBox();
    private final ActionRegistry actions;
    private final CommandPalette palette;

    WorkbenchWindow(Workbench workbench, Stage stage, WindowMemory memory) {
        this.workbench = workbench;
        this.stage = stage;
        this.memory = memory;
        frame = new WindowFrame(stage);
        chart = new ChartPane(workbench);
        replay = new ReplayBar(workbench.replay(), chart.chart());
        results = new ResultPane(workbench);
        code = new CodePane(workbench.workspace().strategies(), new CodeWork(workbench, this::newStrategy));
        workbench.sources().own().subscribe(code::show);
        results.add("Code", code);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        scene = new Scene(content(), screen.getWidth() * SHARE_OF_SCREEN, screen.getHeight() * SHARE_OF_SCREEN);
        // The content covers it.
        scene.setFill(null);
        scene.getStylesheets().addAll(stylesheet(), stylesheet(ActionRegistry.class, "action.css"));
        actions = WorkbenchActions.of(this, workbench);
        actions.install(scene);
        titleBar.getChildren().add(1, ActionMenus.bar(actions, Map.of()));
        palette = new CommandPalette(actions, PaletteSources.of(workbench));
        acceptDroppedFiles();
        light.selectedProperty().subscribe(this::showTheme);
        workbench.imports().onOverlap(problem -> OverlapDialog.ask(stage, problem));
        stage.setTitle("BackTestr");
        stage.setScene(scene);
        recall(memory.remembered());
        remember();
    }

    private void recall(WindowSettings settings) {
        light.setSelected(settings.theme() == WindowSettings.Theme.LIGHT);
        columns.setDividerPositions(
                settings.columns().stream().mapToDouble(Double::doubleValue).toArray());
        rows.setDividerPositions(settings.rows());
        frame.restore(settings);
        if (settings.chart() != null) {
            chart.recall(settings.chart());
        }
        workbench.recall(settings);
    }

    private void remember() {
        memory.watch(this::settings);
        workbench.onChange(memory::changed);
        frame.onChange(memory::changed);
        chart.onChange(memory::changed);
        light.selectedProperty().subscribe((before, now) -> memory.changed());
        for (SplitPane split : List.of(columns, rows)) {
            for (SplitPane.Divider divider : split.getDividers()) {
                divider.positionProperty().subscribe((before, now) -> memory.changed());
            }
        }
        stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, event -> {
            if (!UnsavedDialog.mayClose(stage, code)) {
                event.consume();
            }
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> {
            memory.save();
            chart.leave();
            chart.extras().close();
            workbench.leave();
        });
    }

    private WindowSettings settings() {
        WindowSettings before = memory.remembered();
        StoredData symbol = workbench.symbol().get();
        return new WindowSettings(
                WindowSettings.VERSION,
                light.isSelected() ? WindowSettings.Theme.LIGHT : WindowSettings.Theme.DARK,
                frame.place(),
                frame.isMaximized(),
                Arrays.stream(columns.getDividerPositions()).boxed().toList(),
                rows.getDividerPositions()[0],
                symbol == null ? before.symbol() : symbol.instrument().symbol(),
                symbol == null
                        ? before.timeframe()
                        : workbench.timeframe().get().toString(),
                workbench.form().typed(),
                workbench.runOnChange().get(),
                chart.settings());
    }

    private static String stylesheet() {
        return stylesheet(WorkbenchWindow.class, "workbench.css");
    }

    private static String stylesheet(Class<?> beside, String name) {
        return Objects.requireNonNull(beside.getResource(name), name).toExternalForm();
    }

    private BorderPane content() {
        StatusBar status = new StatusBar(workbench.tasks(), memory.problem());
        Monitor monitor = workbench.monitor();
        if (monitor == null) {
            chart.chart().setOnFramePainted(status::framePainted);
        } else {
            chart.chart().setOnFramePainted(nanoseconds -> {
                status.framePainted(nanoseconds);
                monitor.record(Metric.FRAME, nanoseconds);
            });
            PerformanceAlerts alerts = new PerformanceAlerts();
            Monitor.Watch watch = alerts.listen(monitor);
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> watch.close());
            status.showAlerts(alerts.text());
        }
        BorderPane chartAndReplay = new BorderPane(chart);
        chartAndReplay.setBottom(replay);
        rows.getItems().addAll(chartAndReplay, results);
        rows.setOrientation(Orientation.VERTICAL);
        InstrumentPane instruments =
                new InstrumentPane(workbench, this::chooseFiles, this::chooseFolder, this::editInstrument);
        ScrollPane strategy = new ScrollPane(new StrategyPane(workbench));
        strategy.setFitToWidth(true);
        strategy.getStyleClass().add("side-scroll");
        columns.getItems().addAll(instruments, rows, strategy);
        SplitPane.setResizableWithParent(instruments, false);
        SplitPane.setResizableWithParent(strategy, false);
        BorderPane content = new BorderPane(columns);
        content.setTop(titleBar());
        content.setBottom(status);
        return content;
    }

    private HBox titleBar() {
        Label name = new Label("BackTestr");
        name.getStyleClass().add("product");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        light.setId("theme");
        light.getStyleClass().addAll("small", "flat");
        light.setTooltip(new Tooltip("Light or dark (Ctrl+T)"));
        Button edit = new Button("Edit instrument…");
        edit.setId("edit-instrument");
        edit.getStyleClass().addAll("small", "flat");
        edit.disableProperty().bind(workbench.symbol().isNull());
        edit.setOnAction(event -> editInstrument());
        Button replayFrom = new Button("Replay…");
        replayFrom.setId("replay");
        replayFrom.getStyleClass().addAll("small", "flat");
        replayFrom.setTooltip(new Tooltip("Plays the instrument with the strategy live, and by hand (Ctrl+Shift+R)"));
        replayFrom.disableProperty().bind(workbench.symbol().isNull());
        replayFrom.setOnAction(event -> askForReplay());
        Button runs = new Button("Kept runs…");
        runs.setId("kept-runs");
        runs.getStyleClass().addAll("small", "flat");
        runs.setTooltip(new Tooltip("Search, open, compare, tag and delete runs (Ctrl+H)"));
        runs.setOnAction(event -> showRuns());
        Button performance = new Button("Performance…");
        performance.setId("performance-view");
        performance.getStyleClass().addAll("small", "flat");
        performance.setTooltip(new Tooltip("Live figures beside their targets (Ctrl+Shift+P)"));
        performance.setDisable(workbench.monitor() == null);
        performance.setOnAction(event -> showPerformance());
        titleBar.getChildren().addAll(name, space, performance, replayFrom, runs, edit, light);
        titleBar.setAlignment(Pos.CENTER_LEFT);
        titleBar.getStyleClass().add("title-bar");
        return titleBar;
    }

    private void showTheme(boolean isLight) {
        light.setText(isLight ? "Dark" : "Light");
        String sheet = isLight ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
        Application.setUserAgentStylesheet(sheet);
        ChartTheme theme = isLight ? ChartTheme.LIGHT : ChartTheme.DARK;
        chart.setTheme(theme);
        results.setTheme(theme);
        code.themeChanged();
    }

    void switchTheme() {
        light.setSelected(!light.isSelected());
    }

    BooleanProperty light() {
        return light.selectedProperty();
    }

    void newStrategy() {
        NewStrategyDialog.ask(stage).ifPresent(name -> {
            workbench.newStrategy(name);
            editSource(name);
        });
    }

    /// Shows the source of a strategy.
    void editSource(String strategy) {
        rows.setDividerPositions(Math.min(rows.getDividerPositions()[0], CODE_FROM));
        results.show("Code");
        code.open(strategy);
    }

    void showPalette() {
        palette.show(stage);
    }

    void showShortcuts() {
        ShortcutSheet.show(stage, actions, () -> new Pages(workbench).showShortcuts(actions));
    }

    CodePane code() {
        return code;
    }

    /// The parts that keys lead to, in their order.
    List<WindowPart> parts() {
        List<WindowPart> parts = new ArrayList<>();
        parts.add(new WindowPart("Instruments", () -> focus("#instrument-list")));
        parts.add(new WindowPart("Chart", chart.chart()::requestFocus));
        parts.add(new WindowPart("Strategy", () -> focus("#strategy-choice")));
        parts.addAll(results.parts());
        return parts;
    }

    private void focus(String id) {
        Node node = scene.lookup(id);
        if (node != null) {
            node.requestFocus();
        }
    }

    void editInstrument() {
        StoredData chosen = workbench.symbol().get();
        if (chosen != null) {
            new InstrumentDialog(stage, chosen.instrument()).ask().ifPresent(workbench::changeInstrument);
        }
    }

    void showPerformance() {
        Monitor monitor = workbench.monitor();
        if (monitor != null) {
            new PerformanceView(stage, monitor).show();
        }
    }

    void askForReplay() {
        TextInputDialog dialog = new TextInputDialog(chart.middle());
        dialog.initOwner(stage);
        dialog.getDialogPane().setId("replay-dialog");
        dialog.setTitle("Replay");
        dialog.setHeaderText("Start the replay at, in UTC");
        dialog.setGraphic(null);
        dialog.getEditor().setAccessibleText("Start, UTC");
        dialog.showAndWait().ifPresent(workbench::startReplay);
    }

    void showRuns() {
        new RunsDialog(stage, workbench.kept(), workbench::open).show();
    }

    void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import files");
        importFiles(chooser.showOpenMultipleDialog(stage));
    }

    void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Import a folder");
        File folder = chooser.showDialog(stage);
        importFiles(folder == null ? null : List.of(folder));
    }

    private void importFiles(@Nullable List<File> files) {
        if (files != null && !files.isEmpty()) {
            List<Path> paths = files.stream().map(File::toPath).toList();
            new ImportDialog(stage, paths, workbench.imports(), new FxPause(PREVIEW_MS))
                    .ask()
                    .ifPresent(workbench.imports()::begin);
        }
    }

    private void acceptDroppedFiles() {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(this::takeDroppedFile);
    }

    private void takeDroppedFile(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        Platform.runLater(() -> importFiles(files)); // the drop ends before the dialog opens
    }

    void show() {
        stage.show();
    }

    ActionRegistry actions() {
        return actions;
    }

    CommandPalette palette() {
        return palette;
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return scene;
    }

    ChartPane chart() {
        return chart;
    }

    ResultPane results() {
        return results;
    }
}
