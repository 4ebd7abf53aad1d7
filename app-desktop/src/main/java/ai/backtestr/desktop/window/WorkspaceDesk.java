package ai.backtestr.desktop.window;

import ai.backtestr.desktop.dock.DockLayout;
import ai.backtestr.desktop.dock.DockSide;
import ai.backtestr.desktop.dock.Docks;
import ai.backtestr.desktop.layout.BoardState;
import ai.backtestr.desktop.layout.ChartState;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.layout.WorkspaceLayout;
import ai.backtestr.desktop.layout.Workspaces;
import ai.backtestr.desktop.settings.WindowSettings;
import java.util.List;

/// The workspaces of the user: the one shown is kept as it is arranged, the others as they were left.
///
/// Threads: belongs to the FX thread.
final class WorkspaceDesk {
    private static final double RESTING_MS = 400;

    private final Docks docks;
    private final ChartBoards boards;
    private final LayoutMemory memory;
    private final UndoableState<Arrangement> undoable;
    private Workspaces workspaces;

    WorkspaceDesk(Docks docks, ChartBoards boards, LayoutMemory memory, UndoHistory undo) {
        this.docks = docks;
        this.boards = boards;
        this.memory = memory;
        workspaces = memory.remembered();
        show();
        memory.watch(this::now);
        undoable = new UndoableState<>(
                undo, "layout", () -> new Arrangement(now()), this::restore, new FxPause(RESTING_MS));
        docks.onChange(this::changed);
        boards.onChange(this::changed);
    }

    private void changed() {
        memory.changed();
        undoable.changed();
    }

    /// Where no chart was opened or closed since, all charts stay as they are.
    private void restore(Arrangement wanted) {
        Workspaces before = now();
        boolean keepsCharts = new Arrangement(before).hasChartsOf(wanted);
        workspaces = keepsCharts ? before : wanted.workspaces();
        if (keepsCharts) {
            docks.show(wanted.workspaces().shown().dock());
        } else {
            show();
        }
        memory.save();
    }

    private void show() {
        WorkspaceLayout shown = workspaces.shown();
        boards.links().recall(shown.links());
        String first = shown.boards().getFirst().id();
        docks.setHome(DefaultLayout.withClosed(home(first), first));
        boards.recall(shown.boards());
        DockLayout layout = shown.dock();
        for (BoardState board : shown.boards()) {
            if (!layout.panes().contains(board.id())) {
                layout = layout.opening(board.id(), home(board.id()), DockSide.TOP); // an edited file
            }
        }
        docks.show(layout);
    }

    private static DockLayout home(String board) {
        return DefaultLayout.dock(WindowSettings.DEFAULTS.columns(), WindowSettings.DEFAULTS.rows(), board);
    }

    /// Returns all of them, the one shown as it is now.
    Workspaces now() {
        return workspaces.withShown(capture(workspaces.current()));
    }

    private WorkspaceLayout capture(String name) {
        return new WorkspaceLayout(
                name, docks.layout(), boards.states(), boards.links().rules());
    }

    /// Goes on in a copy of this one.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if the name is taken or blank
    void saveAs(String name) {
        take("workspace '" + name.strip() + "' saved", () -> workspaces = now().withNew(capture(name.strip())));
    }

    /// Shows another one, and leaves this as it is.
    void open(String name) {
        take("workspace '" + name + "' shown", () -> {
            workspaces = now().showing(name);
            show();
        });
    }

    /// Calls the one shown otherwise.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if the name is taken or blank
    void rename(String name) {
        take("workspace renamed to '" + name.strip() + "'", () -> workspaces = now().renamed(name.strip()));
    }

    /// Deletes the one shown; the first of the others is shown.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if it is the only one
    void delete() {
        take("workspace '" + workspaces.current() + "' deleted", () -> {
            workspaces = now().withoutShown();
            show();
        });
    }

    /// Arranges the one shown as at the very first start, with one chart of the instrument chosen.
    void reset() {
        ChartState chart = boards.activePane().state();
        WorkspaceLayout fresh = new WorkspaceLayout(
                workspaces.current(),
                home(DefaultLayout.BOARD),
                List.of(new BoardState(
                        DefaultLayout.BOARD, "", List.of(ChartState.of(chart.symbol(), chart.timeframe())))),
                List.of());
        take("workspace '" + workspaces.current() + "' reset", () -> {
            workspaces = workspaces.withShown(fresh);
            show();
        });
    }

    private void take(String named, Runnable change) {
        undoable.take(named, change);
        memory.save();
    }
}
