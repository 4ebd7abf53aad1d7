package ai.backtestr.desktop.chart;

import ai.backtestr.desktop.problem.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread of the JavaFX toolkit, for code that is not on it.
///
/// The toolkit starts once in a process and stays as it was started: with windows if [#startWithWindows()] came
/// first, without a display if a call came first.
public final class FxThread {
    private static final Logger LOG = LoggerFactory.getLogger(FxThread.class);

    private static boolean started;
    private static @Nullable String failed; // and why

    private FxThread() {}

    /// Starts the toolkit so that it can show windows, unless it runs already.
    ///
    /// @throws ProblemException if it cannot, for want of a display, say
    public static synchronized void startWithWindows() {
        if (failed != null) {
            throw new ProblemException(failed);
        }
        if (!started) {
            try {
                Platform.startup(() -> {});
            } catch (RuntimeException e) {
                failed = "no window can be opened here (" + e.getMessage() + ")";
                throw new ProblemException(failed, e);
            }
            started = true;
            Platform.setImplicitExit(false);
        }
    }

    /// Begins to start the toolkit with windows and comes back at once; [#startWithWindows()] waits for it, and tells
    /// if it cannot.
    ///
    /// @param first is done on its thread as soon as it runs
    public static void beginWithWindows(Runnable first) {
        Thread.ofPlatform().daemon().name("toolkit-start").start(() -> {
            try {
                startWithWindows();
                Platform.runLater(first);
            } catch (ProblemException e) {
                LOG.debug("told by whoever waits for it", e);
            }
        });
    }

    private static synchronized void startHeadless() {
        if (!started) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            startWithWindows();
        }
    }

    /// Runs `work` on the toolkit's thread and waits for it. The toolkit is started without a display if it does
    /// not run yet. Not to be called on that thread.
    ///
    /// @return what `work` returned
    public static <T> T call(Supplier<T> work) {
        startHeadless();
        try {
            return CompletableFuture.supplyAsync(work, Platform::runLater).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
