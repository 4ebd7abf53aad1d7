package ai.backtestr.engine.tick;

import ai.backtestr.engine.instrument.Instrument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ticks of several sources as one, by time. Of ticks of the same time those of the source that stands first in
/// the list come first, and those of one source in their order. Each carries the number of its source, from 0, in
/// its flags.
///
/// Used by one thread at a time, as every source. The sources stay their owner's to close.
public final class MergedTicks implements TickSource {
    private final List<Cursor> cursors = new ArrayList<>();

    /// Merges up to [TickFlags#MAX_INSTRUMENTS] sources, one at least.
    ///
    /// @throws IllegalArgumentException if there are more, or none
    public MergedTicks(List<? extends TickSource> sources) {
        if (sources.isEmpty() || sources.size() > TickFlags.MAX_INSTRUMENTS) {
            throw new IllegalArgumentException("a run takes 1 to " + TickFlags.MAX_INSTRUMENTS
                    + " instruments, those of the rates it needs included, not " + sources.size());
        }
        for (TickSource source : sources) {
            cursors.add(new Cursor(source, cursors.size()));
        }
    }

    /// Returns the instrument of the first source.
    @Override
    public Instrument instrument() {
        return cursors.getFirst().source.instrument();
    }

    @Override
    public boolean hasTrades() {
        return cursors.stream().anyMatch(cursor -> cursor.source.hasTrades());
    }

    /// {@inheritDoc} It is one of the sources' digests, each with its symbol, in their order.
    @Override
    public String dataDigest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Cursor cursor : cursors) {
                TickSource source = cursor.source;
                String line = source.instrument().symbol() + " " + source.dataDigest() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public long tickCount() {
        long count = 0;
        for (Cursor cursor : cursors) {
            long one = cursor.source.tickCount();
            if (one < 0) {
                return -1;
            }
            count += one;
        }
        return count;
    }

    @Override
    public boolean fill(TickPage page) {
        page.clear();
        while (!page.isFull()) {
            Cursor next = earliest();
            if (next == null) {
                break;
            }
            next.move(page, later(next));
        }
        return page.count() > 0;
    }

    private @Nullable Cursor earliest() {
        Cursor earliest = null;
        for (Cursor cursor : cursors) {
            if (cursor.hasTick() && (earliest == null || cursor.timeNs < earliest.timeNs)) {
                earliest = cursor;
            }
        }
        return earliest;
    }

    /// Returns the last time up to which ticks of `cursor` come before those of all others.
    private long later(Cursor cursor) {
        long last = Long.MAX_VALUE;
        for (Cursor other : cursors) {
            if (other != cursor && other.hasTick()) {
                last = Math.min(last, other.number < cursor.number ? other.timeNs - 1 : other.timeNs);
            }
        }
        return last;
    }

    /// Frees the pages that ticks were read into.
    @Override
    public void close() {
        cursors.forEach(Cursor::close);
    }

    /// Where a source stands.
    private static final class Cursor {
        final TickSource source;
        final int number;
        private final @Nullable PageSource lender;
        private @Nullable TickPage own;
        private @Nullable TickPage page;
        private int at;
        private boolean ended;
        long timeNs;

        Cursor(TickSource source, int number) {
            this.source = source;
            this.number = number;
            lender = source instanceof PageSource pages ? pages : null;
        }

        /// Tells whether there is another tick, at `timeNs`.
        boolean hasTick() {
            if (page == null && !ended) {
                turn();
            }
            return page != null;
        }

        private void turn() {
            page = lender == null ? filled() : lender.nextPage();
            ended = page == null;
            at = 0;
            if (page != null) {
                timeNs = page.timeNs(0);
            }
        }

        private @Nullable TickPage filled() {
            if (own == null) {
                own = new TickPage(TickPage.DEFAULT_CAPACITY);
            }
            return source.fill(own) ? own : null;
        }

        /// Moves ticks up to `lastNs` to `merged`, one at least, as long as they are on the same page and fit.
        void move(TickPage merged, long lastNs) {
            TickPage from = page;
            if (from == null) {
                return;
            }
            do {
                merged.append(
                        timeNs,
                        from.bidPrice(at),
                        from.askPrice(at),
                        from.bidQuantity(at),
                        from.askQuantity(at),
                        TickFlags.withInstrument(from.flagBits(at), number));
                at++;
                timeNs = at < from.count() ? from.timeNs(at) : 0;
            } while (at < from.count() && timeNs <= lastNs && !merged.isFull());
            if (at == from.count()) {
                page = null;
            }
        }

        void close() {
            if (own != null) {
                own.close();
                own = null;
            }
            page = null;
            ended = true;
        }
    }
}
