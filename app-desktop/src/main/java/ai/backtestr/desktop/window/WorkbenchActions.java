package ai.backtestr.desktop.window;

import ai.backtestr.desktop.action.ActionGroup;
import ai.backtestr.desktop.action.ActionRegistry;
import ai.backtestr.desktop.action.LocalKey;
import ai.backtestr.desktop.action.UserAction;
import ai.backtestr.desktop.dock.DockKeys;
import ai.backtestr.desktop.editor.CodePane;
import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.layout.BoardState;
import ai.backtestr.render.chart.PriceChart;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.stage.WindowEvent;

/// All that can be done in the window, in the order of its menus.
final class WorkbenchActions {
    /// How the ids of what is done with tabs of charts begin.
    static final String CHARTS = "charts.";

    private static final List<LocalKey> LOCAL = List.of(
            LocalKey.of("chart", "Left", "back in time"),
            LocalKey.of("chart", "Right", "on in time"),
            LocalKey.of("chart", "Shortcut+Left", "back by a window"),
            LocalKey.of("chart", "Shortcut+Right", "on by a window"),
            LocalKey.of("chart", "Plus", "zoom in"),
            LocalKey.of("chart", "Minus", "zoom out"),
            LocalKey.of("chart", "Shortcut+Up", "zoom in"),
            LocalKey.of("chart", "Shortcut+Down", "zoom out"),
            LocalKey.of("chart", "Up", "make prices higher"),
            LocalKey.of("chart", "Down", "make prices flatter"),
            LocalKey.of("chart", "Home", "the oldest"),
            LocalKey.of("chart", "End", "the newest"),
            LocalKey.of("crosshair", "Comma", "crosshair to the bar before"),
            LocalKey.of("crosshair", "Period", "crosshair to the next bar"),
            LocalKey.of("drawing", "Alt+T", "draw a trend line"),
            LocalKey.of("drawing", "Alt+Y", "draw a ray"),
            LocalKey.of("drawing", "Alt+H", "draw a horizontal line"),
            LocalKey.of("drawing", "Alt+V", "draw a vertical line"),
            LocalKey.of("drawing", "Alt+C", "draw a channel"),
            LocalKey.of("drawing", "Alt+F", "draw a Fibonacci retracement"),
            LocalKey.of("drawing", "Alt+B", "draw a rectangle"),
            LocalKey.of("drawing", "Alt+X", "write a text"),
            LocalKey.of("drawing", "Alt+M", "measure"),
            LocalKey.of("drawing", "Enter", "with a tool, set an anchor at the crosshair, which arrows move"),
            LocalKey.of("drawing", "Shift+Page Down", "select the next drawing, which arrows move"),
            LocalKey.of("drawing", "Shift+Page Up", "select the drawing before"),
            LocalKey.of("drawing", "Space", "choose the next handle of what is selected"),
            LocalKey.of("drawing", "Shortcut+D", "the selected drawing once more"),
            LocalKey.of("drawing", "Delete", "delete the selected drawing"),
            LocalKey.of("drawing", "Esc", "give up, put the tool away, select nothing"),
            LocalKey.of("orders in a replay", "Alt+O", "select the next line, with Shift the one before"),
            LocalKey.of("orders in a replay", "Up", "move it by a step, with Shift by ten"),
            LocalKey.of("orders in a replay", "Enter", "have the order stand there"),
            LocalKey.of("orders in a replay", "Delete", "cancel the order"),
            LocalKey.of("orders in a replay", "S", "give the position a stop"),
            LocalKey.of("orders in a replay", "T", "give the position a target"),
            LocalKey.of("SQL console", "Shortcut+Enter", "run the statement, or what is selected of it"),
            LocalKey.of("SQL console", "Ctrl+Space", "offer names"),
            LocalKey.of("SQL console", "Shortcut+Up", "the statement before"),
            LocalKey.of("SQL console", "Shortcut+Down", "the statement after"),
            LocalKey.of("tables", "Shortcut+C", "copy the rows selected"));

    private final WorkbenchWindow window;
    private final Workbench workbench;
    private final ActionRegistry all = new ActionRegistry();

    private WorkbenchActions(WorkbenchWindow window, Workbench workbench) {
        this.window = window;
        this.workbench = workbench;
    }

    /// Returns those of a window.
    static ActionRegistry of(WorkbenchWindow window, Workbench workbench) {
        WorkbenchActions actions = new WorkbenchActions(window, workbench);
        actions.file();
        actions.edit();
        actions.view();
        actions.charts();
        actions.parts();
        actions.ofTheChart();
        actions.run();
        actions.tools();
        ServiceActions.add(actions.all, window);
        actions.help();
        KeyboardActions.add(actions.all, window);
        actions.all.addLocal(LOCAL);
        actions.all.addLocal(CodePane.keys());
        return actions.all;
    }

    private void file() {
        ActionGroup file = ActionGroup.FILE;
        all.add(
                UserAction.of("import.files", file, "Import files…", "Imports ticks or bars", window::chooseFiles)
                        .on("Shortcut+O"),
                UserAction.of(
                        "import.folder",
                        file,
                        "Import a folder…",
                        "Imports all files of a folder as one",
                        window::chooseFolder),
                UserAction.of(
                                "strategy.new",
                                file,
                                "New strategy…",
                                "Writes a source to begin with",
                                window::newStrategy)
                        .on("Shortcut+N"),
                UserAction.of(
                                "strategy.save",
                                file,
                                "Save",
                                "Saves the source that is shown, compiles and runs it",
                                window.code()::save)
                        .on("Shortcut+S")
                        .when(window.code().canSave()),
                UserAction.of(
                                "strategy.edit",
                                file,
                                "Edit the strategy",
                                "Shows the source of the strategy that is chosen",
                                () -> window.editSource(
                                        workbench.form().strategy().get().name()))
                        .on("Shortcut+E"),
                UserAction.of(
                                "result.report",
                                file,
                                "Report",
                                "Checks the run and shows a report on it in the browser",
                                window::report)
                        .on("Shortcut+R")
                        .when(hasResult()),
                UserAction.of("window.quit", file, "Quit", "Closes the window", this::quit)
                        .on("Shortcut+Q"));
    }

    private void quit() {
        window.stage().fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
        // Whoever has something unsaved has taken the event.
    }

    private void edit() {
        Scene scene = window.scene();
        ActionGroup edit = ActionGroup.EDIT;
        all.add(
                UserAction.of(
                                "edit.undo",
                                edit,
                                "Undo",
                                "Takes back what was typed, or changed in the window, last",
                                () -> {
                                    if (!TextEdit.undo(scene)) {
                                        workbench.undoHistory().undo();
                                    }
                                })
                        .on("Shortcut+Z"),
                UserAction.of("edit.redo", edit, "Redo", "Does again what was taken back", () -> {
                            if (!TextEdit.redo(scene)) {
                                workbench.undoHistory().redo();
                            }
                        })
                        .on("Shortcut+Y", "Shortcut+Shift+Z"),
                UserAction.of("edit.cut", edit, "Cut", "Cuts what is selected", () -> TextEdit.cut(scene)),
                UserAction.of("edit.copy", edit, "Copy", "Copies what is selected", () -> TextEdit.copy(scene)),
                UserAction.of("edit.paste", edit, "Paste", "Inserts what was copied", () -> TextEdit.paste(scene)),
                UserAction.of(
                                "instrument.edit",
                                edit,
                                "Edit instrument…",
                                "Changes tick size, contract size, calendar and the like",
                                window::editInstrument)
                        .when(hasSymbol()));
    }

    private void view() {
        ActionGroup view = ActionGroup.VIEW;
        all.add(UserAction.of("theme.light", view, "Light theme", "Light or dark", window::switchTheme)
                .on("Shortcut+T")
                .switching(window.light()));
        int number = 0;
        for (WindowPart part : window.parts()) {
            number++;
            String keys = number <= 10 ? "Alt+" + number % 10 : "Alt+Shift+" + (number - 10);
            all.add(UserAction.of(
                            "go." + part.title().toLowerCase(Locale.ROOT).replace(' ', '-'),
                            view,
                            part.title(),
                            "Goes to the part: " + part.title(),
                            part.show())
                    .on(keys));
        }
    }

    private void charts() {
        ActionGroup view = ActionGroup.VIEW;
        ChartBoards boards = window.boards();
        all.add(
                UserAction.of(CHARTS + "new", view, "New chart", "A chart in a tab of its own", boards::open)
                        .on("Shortcut+Shift+T"),
                UserAction.of(
                                CHARTS + "duplicate",
                                view,
                                "Duplicate charts",
                                "The same charts again in another tab",
                                boards::duplicate)
                        .on("Shortcut+Shift+D"),
                UserAction.of(
                        CHARTS + "close",
                        view,
                        "Close charts",
                        "Closes the active tab with charts",
                        boards::closeActive));
        for (int size : BoardState.SIZES) {
            String title = size == 1 ? "1 chart" : size + " charts";
            all.add(UserAction.of(CHARTS + size, view, title, "So many in the active tab", () -> boards.arrange(size))
                    .on("Shortcut+Alt+" + size));
        }
        all.add(
                UserAction.of(CHARTS + "next", view, "Next chart", "Of the active tab", () -> boards.step(1))
                        .on("Alt+Page Down"),
                UserAction.of(CHARTS + "previous", view, "Previous chart", "Of the active tab", () -> boards.step(-1))
                        .on("Alt+Page Up"));
    }

    private void parts() {
        for (DockKeys.DockKey key : DockKeys.of(window.docks())) {
            UserAction action = UserAction.of(
                    key.id(), ActionGroup.VIEW, key.title(), "Of the part that has the keyboard", key.work());
            all.add(action.on(key.keys()));
        }
    }

    /// The chart that is active; another one from time to time.
    private PriceChart chart() {
        return window.chart().chart();
    }

    private void ofTheChart() {
        ActionGroup group = ActionGroup.CHART;
        ChartActions.add(all, window);
        all.add(
                UserAction.of(
                                "chart.log",
                                group,
                                "Log scale",
                                "Equal distances for equal percentages, or back",
                                () -> chart().setLogarithmic(!chart().isLogarithmic()))
                        .on("Alt+L"),
                UserAction.of(
                                "chart.percent",
                                group,
                                "Percent scale",
                                "Labels prices by their distance from the close at the left edge, or back",
                                () -> chart().setPercent(!chart().isPercent()))
                        .on("Alt+P"),
                UserAction.of(
                        "chart.closedTime",
                        group,
                        "Closed time",
                        "Gives room to nights, weekends and holidays without ticks, or takes it away",
                        () -> window.chart().closedTime().change()),
                UserAction.of(
                                "chart.indicators",
                                group,
                                "Indicators…",
                                "Lists the indicators to add to the chart",
                                () -> window.chart().chooseIndicator())
                        .on("Shortcut+I"),
                UserAction.of(
                        "chart.fit",
                        group,
                        "Fit all",
                        "Shows all there is",
                        () -> chart().navigation().fitAll()),
                UserAction.of(
                                "chart.reset",
                                group,
                                "Reset",
                                "The newest bars, prices fitted",
                                () -> chart().navigation().reset())
                        .on("Alt+R"),
                UserAction.of(
                                "chart.goto",
                                group,
                                "Go to…",
                                "Shows a day or a moment",
                                () -> window.chart().goTo())
                        .on("Alt+G"),
                UserAction.of(
                                "chart.picture",
                                group,
                                "Save picture…",
                                "Writes the chart to a PNG file",
                                () -> window.chart().savePicture())
                        .on("Alt+S"));
    }

    private void run() {
        ActionGroup run = ActionGroup.RUN;
        all.add(
                UserAction.of("run.backtest", run, "Run backtest", "Runs the strategy as it is set", workbench::run)
                        .on("F5")
                        .when(hasSymbol()),
                UserAction.of(
                                "run.onchange",
                                run,
                                "Run on change",
                                "Runs again whenever a parameter or the account changes",
                                () -> workbench
                                        .runOnChange()
                                        .set(!workbench.runOnChange().get()))
                        .switching(workbench.runOnChange()),
                UserAction.of("run.cancel", run, "Cancel", "Cancels all work under way", workbench::cancelAll)
                        .on("Shortcut+F2")
                        .when(Bindings.isNotNull(workbench.tasks().current())),
                UserAction.of(
                                "run.pin",
                                run,
                                "Pin or unpin",
                                "Keeps the figures to compare with",
                                workbench.shown()::pinOrUnpin)
                        .on("Alt+I")
                        .when(hasResult()),
                UserAction.of(
                                "trade.next",
                                run,
                                "Next trade",
                                "Selects the next trade",
                                () -> workbench.shown().stepTrade(1))
                        .on("Alt+Down")
                        .when(hasResult()),
                UserAction.of(
                                "trade.previous",
                                run,
                                "Previous trade",
                                "Selects the trade before",
                                () -> workbench.shown().stepTrade(-1))
                        .on("Alt+Up")
                        .when(hasResult()),
                UserAction.of("kept.show", run, "Kept runs…", "Search, open, compare, tag and delete", window::showRuns)
                        .on("Shortcut+H"));
        replay(run);
    }

    private void replay(ActionGroup run) {
        ObservableBooleanValue replaying = workbench.replay().session().isNotNull();
        all.add(
                UserAction.of(
                                "replay.start",
                                run,
                                "Replay…",
                                "Plays the instrument with the strategy live, and by hand",
                                window::askForReplay)
                        .on("Shortcut+Shift+R")
                        .when(hasSymbol()),
                UserAction.of(
                        "replay.here",
                        run,
                        "Replay from the crosshair",
                        "Begins with the bar that the crosshair of the chart is at, or was at before it went",
                        () -> window.chart().replayFromCrosshair()),
                UserAction.of("replay.play", run, "Play or pause", "Of a replay", workbench.replay()::playOrPause)
                        .on("Shortcut+P")
                        .when(replaying),
                UserAction.of("replay.buy", run, "Buy", "By hand, in a replay", workbench.replay()::buy)
                        .on("Shortcut+Alt+B")
                        .when(replaying),
                UserAction.of("replay.sell", run, "Sell", "By hand, in a replay", workbench.replay()::sell)
                        .on("Shortcut+Alt+S")
                        .when(replaying),
                UserAction.of(
                                "replay.close",
                                run,
                                "Close position",
                                "By hand, in a replay",
                                workbench.replay()::closePosition)
                        .on("Shortcut+Alt+X")
                        .when(replaying),
                step(
                        "replay.tick",
                        "A tick on",
                        "Alt+Right",
                        () -> workbench.replay().stepTicks(1),
                        replaying),
                step(
                        "replay.tickback",
                        "A tick back",
                        "Alt+Left",
                        () -> workbench.replay().stepTicks(-1),
                        replaying),
                step(
                        "replay.bar",
                        "A bar on",
                        "Alt+Shift+Right",
                        () -> workbench.replay().stepBars(1),
                        replaying),
                step(
                        "replay.barback",
                        "A bar back",
                        "Alt+Shift+Left",
                        () -> workbench.replay().stepBars(-1),
                        replaying));
    }

    private static UserAction step(
            String id, String title, String keys, Runnable work, ObservableBooleanValue replaying) {
        return UserAction.of(id, ActionGroup.RUN, title, "Of a replay", work)
                .on(keys)
                .when(replaying);
    }

    private void tools() {
        ActionGroup tools = ActionGroup.TOOLS;
        all.add(
                UserAction.of(
                                "palette.show",
                                tools,
                                "Find anything…",
                                "Finds actions, instruments, strategies, kept runs and settings by a few letters",
                                window::showPalette)
                        .on("Shortcut+K"),
                UserAction.of(
                                "performance.show",
                                tools,
                                "Performance…",
                                "Live figures beside their targets",
                                window::showPerformance)
                        .on("Shortcut+Shift+P", "Alt+Shift+6")
                        .when(Bindings.createBooleanBinding(() -> workbench.monitor() != null)));
    }

    private void help() {
        ActionGroup help = ActionGroup.HELP;
        all.add(UserAction.of("help.keys", help, "Shortcuts", "Lists all keys, to print too", window::showShortcuts)
                .on("F1", "Shortcut+Slash"));
        HomeFolder home = workbench.workspace().home();
        Pages pages = new Pages(workbench);
        all.add(
                UserAction.of(
                        "folder.logs",
                        help,
                        "Show the log folder",
                        "Where failures are told in detail",
                        () -> pages.showFolder(home.logs())),
                UserAction.of(
                        "folder.home",
                        help,
                        "Show the home folder",
                        "Where ticks, results, strategies and settings are kept",
                        () -> pages.showFolder(home.path())));
    }

    private ObservableBooleanValue hasSymbol() {
        return workbench.symbol().isNotNull();
    }

    private ObservableBooleanValue hasResult() {
        return workbench.result().isNotNull();
    }
}
