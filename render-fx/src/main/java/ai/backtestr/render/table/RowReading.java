package ai.backtestr.render.table;

import ai.backtestr.render.loading.LatestWish;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the rows that a [LongTable] is to show, on a thread of its own; what was scrolled away is read no further.
///
/// Threads: the FX thread wishes; what was read is handed to `onRead` on the reading thread.
final class RowReading implements AutoCloseable {
    /// A moment to go to.
    ///
    /// @param timeNs nanoseconds since the epoch, UTC
    /// @param orBefore whether the row that stood then is meant, rather than the first at or after it
    record Moment(long timeNs, boolean orBefore) {}

    /// What is wanted.
    ///
    /// @param from first row
    /// @param count how many
    /// @param moment where to go instead; null for nowhere
    record Wish(
            LongRows rows, long from, int count, @Nullable Moment moment) {}

    /// What was read.
    ///
    /// @param from the first of `texts`
    /// @param found the row of the moment that was wished for
    record Answer(Wish wish, long from, long found, List<RowText> texts) {}

    private final LatestWish<Wish> wishes = new LatestWish<>("table-loader", this::read);
    private final Consumer<Answer> onRead;
    private final Consumer<RuntimeException> onProblem;

    RowReading(Consumer<Answer> onRead, Consumer<RuntimeException> onProblem) {
        this.onRead = onRead;
        this.onProblem = onProblem;
    }

    void wish(Wish wish) {
        wishes.wish(wish);
    }

    private void read(Wish wish) {
        try {
            long found = found(wish);
            long from = wish.moment() == null ? wish.from() : Math.max(0, found - wish.count() / 2);
            int count = Math.clamp(wish.rows().count() - from, 0, wish.count());
            List<RowText> texts = count == 0 ? List.of() : wish.rows().read(from, count, wishes::isStale);
            onRead.accept(new Answer(wish, from, found, texts));
        } catch (CancellationException e) {
            // They were closed, or others are wanted by now.
        } catch (RuntimeException e) {
            onProblem.accept(e);
        }
    }

    private static long found(Wish wish) {
        Moment moment = wish.moment();
        return moment == null ? -1 : wish.rows().rowAt(moment.timeNs(), moment.orBefore());
    }

    /// Returns once all that was wished is read. Not on the FX thread.
    void awaitIdle() {
        wishes.awaitIdle();
    }

    @Override
    public void close() {
        wishes.close();
    }
}
