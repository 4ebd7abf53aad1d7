package ai.backtestr.engine.replay;

import java.util.ArrayList;
import java.util.List;

/// What was done by hand, with the moments at which it was: enough to do it all again. Immutable.
///
/// @param entries in the order in which they were done
public record HandJournal(List<Entry> entries) {
    /// Nothing was done.
    public static final HandJournal EMPTY = new HandJournal(List.of());

    private static final String HEADER = "tick,action,quantity,price,stop,target";

    /// Something done by hand.
    ///
    /// @param position after which tick of the data, counted from 1
    /// @param tick after which tick that the run took in, counted from 1: the same but for ticks that are kept out
    ///     because they cannot be
    /// @param order what
    public record Entry(long position, long tick, HandOrder order) {}

    public HandJournal {
        entries = List.copyOf(entries);
    }

    /// Returns the same without what was done after `position`, and with `entry`.
    HandJournal with(Entry entry) {
        List<Entry> kept = new ArrayList<>(entries.subList(0, upTo(entry.position)));
        kept.add(entry);
        return new HandJournal(kept);
    }

    /// Returns how many entries there are up to `position`, inclusive.
    int upTo(long position) {
        int count = 0;
        while (count < entries.size() && entries.get(count).position <= position) {
            count++;
        }
        return count;
    }

    /// Returns what was done up to `position`.
    public HandJournal until(long position) {
        return new HandJournal(entries.subList(0, upTo(position)));
    }

    /// Tells whether nothing was done.
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /// Returns it as lines of text that [#parse] reads.
    public String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Entry entry : entries) {
            HandOrder order = entry.order;
            text.append(entry.tick).append(',').append(order.kind());
            for (long number : new long[] {order.quantity(), order.price(), order.stop(), order.target()}) {
                text.append(',').append(number);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// Reads what [#text] has written. Positions in the data are not in it; ticks take their place.
    ///
    /// @throws IllegalArgumentException naming the line that is wrong
    public static HandJournal parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("line 1: not '" + HEADER + "'");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            entries.add(entry(lines.get(i), i + 1));
        }
        return new HandJournal(entries);
    }

    private static Entry entry(String line, int number) {
        String[] cells = line.split(",", -1);
        try {
            if (cells.length != 6) {
                throw new IllegalArgumentException("it has not 6 values");
            }
            long tick = Long.parseLong(cells[0]);
            HandOrder order = new HandOrder(
                    HandOrder.Kind.valueOf(cells[1]),
                    Long.parseLong(cells[2]),
                    Long.parseLong(cells[3]),
                    Long.parseLong(cells[4]),
                    Long.parseLong(cells[5]));
            return new Entry(tick, tick, order);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }
}
