package ai.backtestr.engine.tick;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import ai.backtestr.engine.instrument.Instrument;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The ticks of several sources as one, by time. Of ticks of the same time those of the source that stands first in
/// the list come first, and those of one source in their order. Each carries the number of its source, from 0, in
/// its flags.
///
/// A page is a *slice* of time: all ticks of it come after all of the page before, but within it they stand source by
/// source, so that they are copied in a few runs and whoever reads them can look at one source at a time.
///
/// ```
///   time         0      3      6 │    9      12 │     0 0 0 1 1 2 │ 0 0 1 1 1 │
///   source 0     x    x     x    │  x   x       │     page 1        page 2
///   source 1        x        x   │ x   x  x     │
/// ```
///
/// Used by one thread at a time, as every source. The sources stay their owner's to close.
public final class MergedTicks implements TickSource {
    private final List<Cursor> cursors = new ArrayList<>();
    private final int mostOfEach;

    /// Merges up to [TickFlags#MAX_INSTRUMENTS] sources, one at least.
    ///
    /// @param sliceTicks about how many ticks a page gets; at least one of a source
    /// @throws IllegalArgumentException if there are more, or none
    public MergedTicks(List<? extends TickSource> sources, int sliceTicks) {
        if (sources.isEmpty() || sources.size() > TickFlags.MAX_INSTRUMENTS) {
            throw new IllegalArgumentException("a run takes 1 to " + TickFlags.MAX_INSTRUMENTS
                    + " instruments, those of the rates it needs included, not " + sources.size());
        }
        for (TickSource source : sources) {
            cursors.add(new Cursor(source, cursors.size()));
        }
        mostOfEach = Math.max(1, Math.min(sliceTicks, TickPage.DEFAULT_CAPACITY) / sources.size());
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

    /// {@inheritDoc} The page has the usual capacity.
    @Override
    public boolean fill(TickPage page) {
        Cursor shortest = null;
        long lastNs = Long.MAX_VALUE;
        for (Cursor cursor : cursors) {
            if (cursor.hasTick()) {
                long reachNs = cursor.reachNs(mostOfEach);
                if (shortest == null || reachNs < lastNs) {
                    shortest = cursor;
                    lastNs = reachNs;
                }
            }
        }
        int count = 0;
        for (Cursor cursor : cursors) {
            if (shortest != null && cursor.hasTick()) {
                count += cursor.move(page, count, cursor.number <= shortest.number ? lastNs : lastNs - 1);
            }
        }
        page.setCount(count);
        return count > 0;
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
        private int end; // of the ticks looked at
        private boolean isOrdered; // whether their times are
        private boolean ended;

        Cursor(TickSource source, int number) {
            this.source = source;
            this.number = number;
            lender = source instanceof PageSource pages ? pages : null;
        }

        /// Tells whether there is another tick.
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
        }

        private @Nullable TickPage filled() {
            if (own == null) {
                own = new TickPage(TickPage.DEFAULT_CAPACITY);
            }
            return source.fill(own) ? own : null;
        }

        /// Looks at its next `most` ticks, as far as they are on one page, and returns the latest of their times.
        long reachNs(int most) {
            TickPage from = Objects.requireNonNull(page);
            end = Math.min(from.count(), at + most);
            MemorySegment times = from.time();
            long back = 0;
            for (int i = at + 1; i < end; i++) {
                back |= times.getAtIndex(JAVA_LONG, i) - times.getAtIndex(JAVA_LONG, i - 1);
            }
            isOrdered = back >= 0;
            long latest = times.getAtIndex(JAVA_LONG, end - 1);
            for (int i = at; i < end && !isOrdered; i++) {
                latest = Math.max(latest, times.getAtIndex(JAVA_LONG, i));
            }
            return latest;
        }

        /// Returns the place of the first of the ticks looked at that is after `lastNs`, or of the one after them.
        private int firstAfter(MemorySegment times, long lastNs) {
            int first = at;
            if (!isOrdered) {
                while (first < end && times.getAtIndex(JAVA_LONG, first) <= lastNs) {
                    first++;
                }
                return first;
            }
            int after = end;
            while (first < after) {
                int middle = (first + after) >>> 1;
                if (times.getAtIndex(JAVA_LONG, middle) <= lastNs) {
                    first = middle + 1;
                } else {
                    after = middle;
                }
            }
            return first;
        }

        /// Moves the ticks up to the first one after `lastNs` to `merged`, from its place `place` on; there is one
        /// among those looked at, unless all of them are moved.
        ///
        /// @return how many
        int move(TickPage merged, int place, long lastNs) {
            TickPage from = Objects.requireNonNull(page);
            int begin = at;
            at = firstAfter(from.time(), lastNs);
            int count = at - begin;
            copy(from.time(), begin, merged.time(), place, count);
            copy(from.bid(), begin, merged.bid(), place, count);
            copy(from.ask(), begin, merged.ask(), place, count);
            copy(from.bidSize(), begin, merged.bidSize(), place, count);
            copy(from.askSize(), begin, merged.askSize(), place, count);
            copyFlags(from.flags(), begin, merged.flags(), place, count);
            if (at == from.count()) {
                page = null;
            }
            return count;
        }

        private void copyFlags(MemorySegment from, int begin, MemorySegment to, int place, int count) {
            long numbers = (TickFlags.withInstrument((byte) 0, number) & 0xffL) * 0x0101_0101_0101_0101L;
            int eights = count & -Long.BYTES;
            for (int i = 0; i < eights; i += Long.BYTES) {
                long flags = from.get(JAVA_LONG_UNALIGNED, (long) begin + i);
                to.set(JAVA_LONG_UNALIGNED, (long) place + i, flags | numbers);
            }
            for (int i = eights; i < count; i++) {
                byte flags = from.get(JAVA_BYTE, (long) begin + i);
                to.set(JAVA_BYTE, (long) place + i, TickFlags.withInstrument(flags, number));
            }
        }

        private static void copy(MemorySegment from, int begin, MemorySegment to, int place, int count) {
            MemorySegment.copy(
                    from, (long) begin * Long.BYTES, to, (long) place * Long.BYTES, (long) count * Long.BYTES);
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
