package ai.backtestr.desktop.hour;

import ai.backtestr.desktop.home.HomeFolder;
import ai.backtestr.desktop.window.Workstation;
import ai.backtestr.desktop.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The program's window over a home folder, opened as the command line opens it, until the user closes it.
final class RunningProgram {
    private static final int END_SECONDS = 30;

    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private RunningProgram() {}

    static RunningProgram start(Path home) {
        RunningProgram program = new RunningProgram();
        Thread.ofPlatform().name("program").start(() -> program.run(home));
        return program;
    }

    private void run(Path home) {
        Workstation window = new Workstation();
        window.begin();
        try (Workspace workspace = Workspace.open(new HomeFolder(home))) {
            window.open(workspace, null);
        } catch (Throwable e) {
            end.completeExceptionally(e);
        }
        end.complete(null);
    }

    /// Waits until the user's closing of the window has ended it.
    void awaitEnd() throws Exception {
        end.get(END_SECONDS, TimeUnit.SECONDS);
    }
}
