package ai.backtestr.desktop.drawing;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.render.drawing.Drawing;
import ai.backtestr.render.drawing.DrawingBoard;
import ai.backtestr.render.drawing.DrawingSet;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Hands each chart the drawings of its instrument, the same to all charts of it, and keeps them on file: half a
/// second after a change, and when the window closes.
///
/// Threads: belongs to the FX thread; files are read and written on another.
public final class DrawingShelf {
    private static final double REST_MS = 500;

    private final Path folder;
    private final Executor background;
    private final Executor fxThread;
    private final Consumer<String> onProblem;
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<DrawingBoard, String> wanted = new HashMap<>();
    private final PauseTransition rest = new PauseTransition(Duration.millis(REST_MS));

    /// The drawings of an instrument and what of them is on file. Files are written one after the other, by whoever
    /// holds the file's lock.
    private static final class Kept {
        private final DrawingFile file;
        private final DrawingSet set;
        private final AtomicReference<@Nullable List<Drawing>> unwritten = new AtomicReference<>();
        private List<Drawing> filed;

        Kept(DrawingFile file, List<Drawing> filed) {
            this.file = file;
            this.filed = filed;
            set = new DrawingSet(filed);
        }
    }

    /// @param folder where the files lie
    /// @param background reads and writes them
    /// @param fxThread brings what was read to the FX thread
    /// @param onProblem hears, on the FX thread, what went wrong with a file
    public DrawingShelf(Path folder, Executor background, Executor fxThread, Consumer<String> onProblem) {
        this.folder = folder;
        this.background = background;
        this.fxThread = fxThread;
        this.onProblem = onProblem;
        rest.setOnFinished(event -> save());
    }

    /// Has a board show the drawings of an instrument, as soon as they are read.
    public void show(String symbol, DrawingBoard board) {
        if (symbol.equals(wanted.put(board, symbol))) {
            return;
        }
        Kept known = kept.get(symbol);
        if (known != null) {
            board.show(known.set);
            return;
        }
        board.show(new DrawingSet(List.of()));
        DrawingFile file = new DrawingFile(folder, symbol);
        background.execute(() -> {
            DrawingFile.Loaded loaded = file.load();
            fxThread.execute(() -> take(symbol, file, loaded));
        });
    }

    private void take(String symbol, DrawingFile file, DrawingFile.Loaded loaded) {
        Kept taken = kept.computeIfAbsent(symbol, name -> {
            Kept fresh = new Kept(file, loaded.drawings());
            fresh.set.listen(rest::playFromStart);
            return fresh;
        });
        wanted.forEach((board, name) -> {
            if (name.equals(symbol)) {
                board.show(taken.set);
            }
        });
        if (loaded.problem() != null) {
            onProblem.accept(loaded.problem());
        }
    }

    /// Forgets a board that is shown no more.
    public void forget(DrawingBoard board) {
        wanted.remove(board);
    }

    /// Has written what has changed since it was written last.
    public void save() {
        rest.stop();
        for (Kept one : kept.values()) {
            List<Drawing> now = one.set.settled();
            if (!now.equals(one.filed)) {
                one.filed = now;
                one.unwritten.set(now);
                background.execute(() -> write(one));
            }
        }
    }

    /// Writes the newest there is; whoever comes second finds nothing left to write.
    private void write(Kept one) {
        synchronized (one.file) {
            List<Drawing> drawings = one.unwritten.getAndSet(null);
            if (drawings != null) {
                try {
                    one.file.save(drawings);
                } catch (ProblemException e) {
                    fxThread.execute(() -> onProblem.accept(String.valueOf(e.getMessage())));
                }
            }
        }
    }
}
