package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.StoredHistory;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The histories that charts read: one for all charts of an instrument, closed when the last of them shows
/// something else.
///
/// Threads: belongs to the FX thread.
final class OpenHistories {
    private final Workspace workspace;
    private final Tasks tasks;
    private final Map<StoredData, Shared> open = new HashMap<>();

    private static final class Shared {
        private final StoredHistory history;
        private int readers;

        Shared(StoredHistory history) {
            this.history = history;
        }
    }

    OpenHistories(Workspace workspace, Tasks tasks) {
        this.workspace = workspace;
        this.tasks = tasks;
    }

    /// Opens all ticks of an instrument; `onOpen` hears of them, or of nothing where bars have to be made first.
    /// Each that is opened is to be released.
    void open(Tasks.Track lane, StoredData data, Consumer<Optional<StoredHistory>> onOpen) {
        if (open.containsKey(data)) {
            tasks.cancel(lane);
            onOpen.accept(Optional.of(read(open.get(data))));
        } else {
            tasks.start(
                    lane,
                    workspace.history(data.instrument().symbol()),
                    opened -> onOpen.accept(opened.map(history -> share(data, history))));
        }
    }

    /// Two charts may have opened the same at the same time: the second takes what the first has.
    private StoredHistory share(StoredData data, StoredHistory opened) {
        Shared shared = open.computeIfAbsent(data, ignored -> new Shared(opened));
        StoredHistory history = read(shared);
        if (!history.equals(opened)) {
            tasks.background(opened::close);
        }
        return history;
    }

    private static StoredHistory read(Shared shared) {
        shared.readers++;
        return shared.history;
    }

    /// Gives back what was opened.
    void release(StoredHistory history) {
        open.values().removeIf(shared -> {
            boolean last = shared.history.equals(history) && --shared.readers == 0;
            if (last) {
                tasks.background(history::close);
            }
            return last;
        });
    }

    /// Closes all of them, and waits until they are.
    void close() {
        open.values().forEach(shared -> shared.history.close());
        open.clear();
    }
}
