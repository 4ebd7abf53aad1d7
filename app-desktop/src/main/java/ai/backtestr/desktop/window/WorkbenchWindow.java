package ai.backtestr.desktop.window;

import ai.backtestr.desktop.about.AboutDialog;
import ai.backtestr.desktop.about.Components;
import ai.backtestr.desktop.action.ActionMenus;
import ai.backtestr.desktop.action.ActionRegistry;
import ai.backtestr.desktop.action.CommandPalette;
import ai.backtestr.desktop.action.ShortcutSheet;
import ai.backtestr.desktop.dock.Docks;
import ai.backtestr.desktop.editor.CodePane;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.layout.Workspaces;
import ai.backtestr.desktop.performance.PerformanceAlerts;
import ai.backtestr.desktop.replay.ReplayBar;
import ai.backtestr.desktop.settings.ChartSettings;
import ai.backtestr.desktop.settings.Preferences.ThemeChoice;
import ai.backtestr.desktop.settings.RecentFiles.Kind;
import ai.backtestr.desktop.settings.RecentFiles.RecentFile;
import ai.backtestr.desktop.settings.WindowPlace;
import ai.backtestr.desktop.settings.WindowSettings;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.monitor.Metric;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.chart.ChartTheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The workstation's window: its parts, as the user arranges them, and what holds for all of them.
///
/// What can be done in it, and with which keys, stands in [WorkbenchActions].
///
/// Threads: belongs to the FX thread.
final class WorkbenchWindow {
    private static final double SHARE_OF_SCREEN = 0.94;
    private static final double PREVIEW_MS = 250;

    private final Workbench workbench;
    private final Stage stage;
    private final Docks docks;
    private final ChartBoards boards;
    private final WindowParts parts;
    private final Headlines headlines;
    private final ReplayBar replay;
    private final CodePane code;
    private final ViewMenu view;
    private final WorkspaceDesk desk;
    private final WorkspaceMenu workspaces;
    private final ToggleButton light = new ToggleButton("Light");
    private final WindowMemory memory;
    private final LayoutMemory layouts;
    private final PreferenceMemory preferences;
    private final Appearance appearance;
    private final PreferencesDialog preferencesDialog;
    private final WindowTour tour;
    private final Recent recent;
    private final WindowFrame frame;
    private final Scene scene;
    private final HBox titleBar = new HBox();
    private final ActionRegistry actions;
    private final CommandPalette palette;
    private ChartTheme chartTheme = ChartTheme.DARK;
    private @Nullable InstrumentDialog instrumentDialog;

    /// A window that keeps its workspaces.
    WorkbenchWindow(
            Workbench workbench, Stage stage, WindowMemory memory, LayoutMemory layouts, PreferenceMemory preferences) {
        this.preferences = preferences;
        workbench.preferred().begin(preferences.remembered());
        this.workbench = workbench;
        this.stage = stage;
        this.memory = memory;
        this.layouts = layouts;
        frame = new WindowFrame(stage);
        docks = new Docks(stage);
        boards = new ChartBoards(workbench, docks, stage);
        parts = new WindowParts(docks, workbench);
        headlines = new Headlines(workbench, page -> recent().used(Kind.REPORT, page.toString()));
        replay = new ReplayBar(workbench.replay(), boards::replayScreens);
        code = new CodePane(workbench.workspace().strategies(), new CodeWork(workbench, this::newStrategy));
        workbench.sources().own().subscribe(code::show);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        BorderPane content = new BorderPane(docks.area());
        WindowPlace place = memory.remembered().place();
        // As large as it is going to be: parts that keep their size would take that of a larger one.
        scene = place == null
                ? new Scene(new Pane(), screen.getWidth() * SHARE_OF_SCREEN, screen.getHeight() * SHARE_OF_SCREEN)
                : new Scene(new Pane(), place.width(), place.height());
        // The content covers it.
        scene.setFill(null);
        scene.getStylesheets().addAll(stylesheets());
        StatusBar status = statusBar();
        NoticeBar notices = new NoticeBar(workbench.notices());
        content.setBottom(new VBox(replay, headlines, notices, status));
        docks.setAround(replay, headlines, notices, status, titleBar);
        acceptDroppedFiles();
        workbench.imports().onShowQuality(this::showQualityOf);
        stage.setTitle("BackTestr");
        stage.setScene(scene);
        docks.watch(scene);
        workbench.recall(memory.remembered());
        appearance = new Appearance(scene, workbench.preferred());
        preferencesDialog = new PreferencesDialog(stage, workbench);
        tour = new WindowTour(stage, scene, workbench);
        recent = new Recent(workbench.workspace().home().settings(), workbench.tasks(), this::open);
        showTheme(); // before there are parts that have one
        appearance.follow(this::showTheme);
        parts.add(
                () -> new InstrumentPane(
                        workbench, this::chooseFiles, this::chooseFolder, this::editInstrument, this::showQuality),
                boards::show,
                code);
        actions = WorkbenchActions.of(this, workbench);
        actions.install(scene); // before there are windows beside this one, which take them over
        palette = new CommandPalette(actions, PaletteSources.of(workbench, recent, preferencesDialog));
        view = new ViewMenu(docks, actions);
        desk = new WorkspaceDesk(docks, boards, layouts, workbench.undoHistory());
        workspaces = new WorkspaceMenu(desk, workbench.tasks(), stage);
        content.setTop(titleBar());
        scene.setRoot(content); // not before: in a scene each part would be styled once more as it comes
        frame.restore(memory.remembered());
        remember();
    }

    /// A window whose workspaces go with it.
    WorkbenchWindow(Workbench workbench, Stage stage, WindowMemory memory) {
        this(workbench, stage, memory, new LayoutMemory(new Workspaces(DefaultLayout.of(memory.remembered()))));
    }

    /// A window that keeps its workspaces, and what is preferred beside the other settings.
    WorkbenchWindow(Workbench workbench, Stage stage, WindowMemory memory, LayoutMemory layouts) {
        this(workbench, stage, memory, layouts, PreferenceMemory.of(workbench, memory.remembered()));
    }

    private void remember() {
        memory.watch(this::settings);
        workbench.onChange(memory::changed);
        frame.onChange(memory::changed);
        light.selectedProperty().subscribe((before, now) -> memory.changed());
        preferences.watch(workbench.preferred()::now);
        workbench.preferred().property().subscribe((before, now) -> preferences.changed());
        stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, event -> {
            if (!UnsavedDialog.mayClose(stage, code)) {
                event.consume();
            }
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> {
            memory.close();
            layouts.close();
            preferences.close();
            appearance.close();
            preferencesDialog.close();
            tour.close();
            recent.close();
            parts.close();
            docks.close();
            boards.leave();
            workbench.leave();
        });
    }

    private WindowSettings settings() {
        WindowSettings before = memory.remembered();
        StoredData symbol = workbench.symbol().get();
        ChartSettings active = boards.activeSettings();
        return new WindowSettings(
                WindowSettings.VERSION,
                light.isSelected() ? WindowSettings.Theme.LIGHT : WindowSettings.Theme.DARK,
                frame.place(),
                frame.isMaximized(),
                before.columns(),
                before.rows(),
                symbol == null ? before.symbol() : symbol.instrument().symbol(),
                symbol == null
                        ? before.timeframe()
                        : workbench.timeframe().get().toString(),
                workbench.form().typed(),
                workbench.runOnChange().get(),
                active == null ? before.chart() : active,
                workbench.shownHash());
    }

    /// Returns what differs from the theme.
    static List<String> stylesheets() {
        return List.of(
                stylesheet(WorkbenchWindow.class, "workbench.css"), stylesheet(ActionRegistry.class, "action.css"));
    }

    private static String stylesheet(Class<?> beside, String name) {
        return Objects.requireNonNull(beside.getResource(name), name).toExternalForm();
    }

    private StatusBar statusBar() {
        StatusBar status = new StatusBar(
                workbench.tasks(),
                Problems.of(Problems.of(memory.problem(), layouts.problem()), preferences.problem()),
                () -> docks.open(DefaultLayout.TASKS),
                this::showErrorDetails);
        status.showRuns(workbench.seen());
        Monitor monitor = workbench.monitor();
        if (monitor == null) {
            boards.onFramePainted(status::framePainted);
        } else {
            boards.onFramePainted(nanoseconds -> {
                status.framePainted(nanoseconds);
                monitor.record(Metric.FRAME, nanoseconds);
            });
            PerformanceAlerts alerts = new PerformanceAlerts();
            Monitor.Watch watch = alerts.listen(monitor);
            Monitor.Watch seconds = monitor.onSecond(readings -> Platform.runLater(() -> status.showMemory(readings)));
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> {
                watch.close();
                seconds.close();
            });
            status.showAlerts(alerts.text());
        }
        return status;
    }

    private HBox titleBar() {
        Label name = new Label("BackTestr");
        name.getStyleClass().add("product");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        light.setId("theme");
        light.getStyleClass().addAll("small", "flat");
        light.setTooltip(new Tooltip("Light or dark (Ctrl+T)"));
        light.setOnAction(event -> switchTheme());
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
        titleBar.getChildren()
                .addAll(
                        name,
                        ActionMenus.bar(actions, Map.of("import.folder", recent.menu())),
                        menu("workspaces", "Workspace", workspaces::items),
                        menu("view", "Parts", view::items),
                        space,
                        performance,
                        replayFrom,
                        runs,
                        edit,
                        light);
        titleBar.setAlignment(Pos.CENTER_LEFT);
        titleBar.getStyleClass().add("title-bar");
        return titleBar;
    }

    private static MenuButton menu(String id, String title, Supplier<List<MenuItem>> items) {
        MenuButton button = new MenuButton(title);
        button.setId(id);
        button.getStyleClass().addAll("small", "flat");
        button.setOnShowing(event -> button.getItems().setAll(items.get()));
        button.getItems().setAll(new MenuItem()); // without one it would not open
        return button;
    }

    private void showTheme() {
        ChartTheme theme = appearance.apply();
        chartTheme = theme;
        light.setSelected(appearance.isLight());
        light.setText(light.isSelected() ? "Dark" : "Light");
        boards.setTheme(theme);
        parts.results().setTheme(theme);
        code.themeChanged();
    }

    void switchTheme() {
        ThemeChoice other = appearance.isLight() ? ThemeChoice.DARK : ThemeChoice.LIGHT;
        workbench.preferred().change(before -> before.withTheme(other));
    }

    /// Shows a page of the guide, see [HelpPane#show].
    void showHelp(String page) {
        docks.open(DefaultLayout.HELP);
        parts.help().show(page);
    }

    /// Shows the page on the part that has the keyboard.
    void showHelpOnPart() {
        showHelp(HelpTopics.of(docks.active().get()));
    }

    void showAbout() {
        workbench
                .tasks()
                .startBeside(
                        new BackgroundTask<>("Reading components", control -> Components.all()),
                        components -> AboutDialog.show(
                                stage, components, workbench.workspace().home().path()));
    }

    Recent recent() {
        return recent;
    }

    private void open(RecentFile file) {
        if (file.kind() == Kind.STRATEGY) {
            editSource(file.path());
        } else if (!Files.exists(Path.of(file.path()))) {
            workbench.tasks().tellError(file.path() + " is not there any more.");
        } else if (file.kind() == Kind.IMPORT) {
            importFiles(List.of(new File(file.path())));
        } else {
            recent.used(file.kind(), file.path());
            new Pages(workbench).showFolder(Path.of(file.path()));
        }
    }

    WindowTour tour() {
        return tour;
    }

    void showPreferences() {
        preferencesDialog.show();
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
        docks.open(DefaultLayout.CODE);
        code.open(strategy);
        recent.used(Kind.STRATEGY, strategy);
    }

    /// Shows what is known of the error that the bottom line tells.
    void showErrorDetails() {
        Tasks tasks = workbench.tasks();
        ErrorDialog.show(
                stage,
                tasks.message().get(),
                tasks.details(),
                () -> docks.open(DefaultLayout.LOG),
                new Pages(workbench)::showLogs);
    }

    void showPalette() {
        palette.show(stage);
    }

    void showShortcuts() {
        ShortcutSheet.show(stage, actions, () -> new Pages(workbench).showShortcuts(actions));
    }

    /// Has a report on the run written and shows it.
    void report() {
        headlines.report();
    }

    CodePane code() {
        return code;
    }

    /// The parts that keys lead to, in their order.
    List<WindowPart> parts() {
        return parts.all();
    }

    void editInstrument() {
        StoredData chosen = workbench.symbol().get();
        InstrumentDialog open = instrumentDialog;
        if (chosen != null && (open == null || !open.bringForward(chosen.instrument()))) {
            InstrumentDialog dialog = new InstrumentDialog(stage, chosen.instrument());
            instrumentDialog = dialog;
            dialog.ask(workbench::changeInstrument);
        }
    }

    /// Shows where the data of the instrument chosen stands out.
    void showQuality() {
        docks.open(DefaultLayout.QUALITY);
    }

    private void showQualityOf(FilesToImport imported) {
        workbench.symbols().stream().filter(imported::isInto).findFirst().ifPresent(workbench.symbol()::set);
        showQuality();
    }

    void showPerformance() {
        if (workbench.monitor() != null) {
            docks.open(DefaultLayout.PERFORMANCE);
        }
    }

    void askForReplay() {
        WallClock clock = workbench.preferred().clock().get();
        String question = "Start the replay at, in " + clock.name();
        new TextQuestion(stage, "replay-dialog", "Replay", question, "Start", chart().middle())
                .ask(text -> GoToDialog.problem(text, clock))
                .ifPresent(workbench::startReplay);
    }

    void showRuns() {
        new RunsDialog(stage, workbench.kept(), chartTheme, workbench.preferred(), workbench::open).show();
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
            ImportDialog dialog = new ImportDialog(stage, paths, workbench.imports(), new FxPause(PREVIEW_MS));
            Platform.runLater(() -> ask(dialog, paths)); // making it and opening it each take a while
        }
    }

    private void ask(ImportDialog dialog, List<Path> paths) {
        dialog.ask(chosen -> {
            paths.forEach(path -> recent.used(Kind.IMPORT, path.toString()));
            workbench.imports().begin(chosen);
        });
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

    Workbench workbench() {
        return workbench;
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

    /// What shows the active chart.
    ChartPane chart() {
        return boards.activePane();
    }

    Docks docks() {
        return docks;
    }

    WorkspaceDesk desk() {
        return desk;
    }

    ChartBoards boards() {
        return boards;
    }
}
