package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.run.BacktestResult;
import org.jspecify.annotations.Nullable;

/// Opens the workbench window.
@FunctionalInterface
public interface WorkbenchLauncher {
    /// Begins with what needs no home folder and comes back at once; [#open] goes on from there.
    default void begin() {}

    /// Shows the window and returns when it is closed. Called on a thread that is not the toolkit's.
    ///
    /// @param workspace what it works in; stays the caller's to close
    /// @param first a run to show at the start; null for none
    /// @throws ai.backtestr.desktop.problem.ProblemException if there is no display to show it on
    void open(Workspace workspace, @Nullable BacktestResult first);
}
