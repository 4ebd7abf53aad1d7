package ai.backtestr.data.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Stops a statement for good. The database forgets a wish to stop that comes while the statement is prepared, so it
/// is repeated until the statement has ended. Any thread.
final class StatementStop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StatementStop.class.getName());
    private static final Duration AGAIN_AFTER = Duration.ofMillis(20);

    private final Statement statement;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean ended;

    StatementStop(Statement statement) {
        this.statement = statement;
    }

    /// Has the statement end soon, or not begin; without effect on one that has ended. Does not wait.
    void stop() {
        if (!ended && wanted.compareAndSet(false, true)) {
            Thread.ofVirtual().name("statement-stop").start(this::interrupt);
        }
    }

    /// Tells whether it is to end.
    boolean isWanted() {
        return wanted.get();
    }

    private void interrupt() {
        try {
            while (!ended) {
                statement.cancel();
                Thread.sleep(AGAIN_AFTER);
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a statement had ended before it was stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes in that the statement has ended.
    @Override
    public void close() {
        ended = true;
    }
}
