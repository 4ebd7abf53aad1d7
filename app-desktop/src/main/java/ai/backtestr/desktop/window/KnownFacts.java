package ai.backtestr.desktop.window;

import ai.backtestr.desktop.workspace.DataFacts;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.desktop.workspace.Workspace;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is known of the instruments in the list. Each is looked at once, when its row first comes on screen, one
/// after the other.
///
/// Threads: belongs to the FX thread.
final class KnownFacts {
    private static final double REST_MS = 700;
    private static final Logger LOG = LoggerFactory.getLogger(KnownFacts.class);

    private final Workspace workspace;
    private final Tasks tasks;
    private final Runnable onMore;
    private final BooleanSupplier looking;
    private final Pause rest = new FxPause(REST_MS); // charts come first
    private final Map<StoredData, Optional<DataFacts>> known = new HashMap<>();
    private final SequencedSet<StoredData> wanted = new LinkedHashSet<>();
    private boolean reading;

    /// @param onMore hears when more is known
    /// @param looking whether somebody still wants to know
    KnownFacts(Workspace workspace, Tasks tasks, Runnable onMore, BooleanSupplier looking) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.onMore = onMore;
        this.looking = looking;
    }

    /// Returns what is known of that; where nothing is yet, it is read.
    Optional<DataFacts> of(StoredData data) {
        Optional<DataFacts> facts = known.get(data);
        if (facts == null) {
            wanted.add(data);
            rest.restart(this::read);
            return Optional.empty();
        }
        return facts;
    }

    private void read() {
        if (!reading && !wanted.isEmpty() && looking.getAsBoolean()) {
            StoredData data = wanted.removeFirst();
            reading = true;
            tasks.background(() -> {
                Optional<DataFacts> facts = read(data);
                tasks.later(() -> take(data, facts));
            });
        }
    }

    /// What cannot be read is told of when it is opened; the list does without.
    private Optional<DataFacts> read(StoredData data) {
        try {
            return Optional.of(workspace.facts(data).run());
        } catch (Exception e) {
            LOG.warn("Nothing is known of {}", data.instrument().symbol(), e);
            return Optional.empty();
        }
    }

    private void take(StoredData data, Optional<DataFacts> facts) {
        reading = false;
        known.put(data, facts);
        onMore.run();
        read();
    }
}
