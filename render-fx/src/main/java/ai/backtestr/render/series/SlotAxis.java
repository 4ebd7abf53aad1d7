package ai.backtestr.render.series;

import org.jspecify.annotations.Nullable;

/// A time axis divided into *slots*, each as long as a bar: slot `i` reaches from position `i` to `i + 1`.
/// Slots are counted from the start of each trading day, as bars are, and days without ticks take no room. So
/// that any moment can be found without reading ticks, a slot without ticks within a day keeps its room.
///
/// A position between is a moment within a slot: time passes evenly there. What lies beyond the last slot or
/// before the first is found as if slots went on evenly.
///
/// Immutable; any thread.
public final class SlotAxis implements TimeSeries {
    /// The most slots that an axis may have.
    public static final int MOST_SLOTS = 1_000_000_000;

    private static final long DAY_NS = 86_400_000_000_000L;

    private final TradingDays days;
    private final long slotNs;
    private final int[] firstSlot; // of each day, and the count of all at the end
    private final int count;
    private final @Nullable SlotAxis traded; // the same of bars as they are traded; null where these are

    /// Divides days into slots, from that which holds `firstNs` to that which holds `lastNs`.
    ///
    /// @param days trading days, or longer stretches where each of them is one slot
    /// @param slotNs length of a slot: less than a day, which it need not divide, since the last slot ends with its
    ///     day; or a day or more, of which each of `days` is one whatever its own length
    /// @throws IllegalArgumentException if there would be more than [#MOST_SLOTS]
    public SlotAxis(TradingDays days, long slotNs, long firstNs, long lastNs) {
        this.days = days;
        this.slotNs = slotNs;
        traded = null;
        firstSlot = new int[days.count() + 1];
        long slots = -slotsBefore(0, firstNs);
        for (int day = 0; day < days.count(); day++) {
            firstSlot[day] = (int) slots;
            slots += slotsOf(day);
            if (slots > MOST_SLOTS) {
                throw new IllegalArgumentException("bars of " + slotNs
                        + " ns are too short for a stretch as long as this; take a longer timeframe");
            }
        }
        firstSlot[days.count()] = (int) slots;
        int lastDay = Math.max(0, days.indexAtOrBefore(lastNs));
        count = (int) Math.min(slots, firstSlot[lastDay] + slotsBefore(lastDay, lastNs) + 1);
    }

    private SlotAxis(SlotAxis traded) {
        days = traded.days;
        slotNs = traded.slotNs;
        firstSlot = traded.firstSlot;
        count = traded.count;
        this.traded = traded;
    }

    /// Returns the same slots with Heikin-Ashi bars in them.
    public SlotAxis withHeikinAshi() {
        return new SlotAxis(this);
    }

    /// Tells whether Heikin-Ashi bars stand in the slots.
    public boolean isHeikinAshi() {
        return traded != null;
    }

    /// Returns the same slots with bars in them as they are traded.
    public SlotAxis traded() {
        return traded == null ? this : traded;
    }

    private long slotsOf(int day) {
        // Of the two days a year that daylight saving shortens or lengthens, the bar of a day has all.
        long length = days.endNs(day) - days.startNs(day);
        return isWhole() ? 1 : Math.ceilDiv(length, slotNs);
    }

    /// Tells whether each of the days is one slot.
    private boolean isWhole() {
        return slotNs >= DAY_NS;
    }

    private long slotsBefore(int day, long timeNs) {
        return isWhole() ? 0 : Math.clamp((timeNs - days.startNs(day)) / slotNs, 0, slotsOf(day) - 1);
    }

    /// Returns the position of a moment; of one that the axis leaves out, that of the next it shows.
    public double position(long timeNs) {
        int day = days.indexAtOrBefore(timeNs);
        if (day < 0) {
            return firstSlot[0] - (double) (days.startNs(0) - timeNs) / slotNs;
        }
        if (timeNs >= days.endNs(day)) {
            boolean beyond = day == days.count() - 1;
            return firstSlot[day + 1] + (beyond ? (double) (timeNs - days.endNs(day)) / slotNs : 0);
        }
        long into = timeNs - days.startNs(day);
        if (isWhole()) {
            return firstSlot[day] + (double) into / (days.endNs(day) - days.startNs(day));
        }
        long slot = into / slotNs;
        return firstSlot[day] + slot + (double) (into - slot * slotNs) / slotNs;
    }

    /// Returns the moment at a position, nanoseconds since the epoch, UTC; of where days meet, that at which
    /// the later one begins.
    public long timeNs(double position) {
        int day = dayOf(position);
        if (day < 0) {
            return days.startNs(0) - Math.round((firstSlot[0] - position) * slotNs);
        }
        if (day == days.count()) {
            return days.endNs(day - 1) + Math.round((position - firstSlot[day]) * slotNs);
        }
        double slots = position - firstSlot[day];
        long whole = (long) slots;
        long length = isWhole() ? days.endNs(day) - days.startNs(day) : slotNs;
        long into = whole * length + Math.round((slots - whole) * length);
        return Math.min(days.startNs(day) + into, day + 1 < days.count() ? days.startNs(day + 1) : Long.MAX_VALUE);
    }

    /// Returns the first moment at or after `timeNs` that the axis shows.
    public long shownAtOrAfter(long timeNs) {
        int day = days.indexAtOrBefore(timeNs);
        boolean closed = day >= 0 && day + 1 < days.count() && timeNs >= days.endNs(day);
        return closed ? days.startNs(day + 1) : timeNs;
    }

    /// Returns the day that a position lies in, -1 before the first, their number beyond the last.
    private int dayOf(double position) {
        int low = 0;
        int high = firstSlot.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (firstSlot[middle] <= position) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long timeNs(int index) {
        return timeNs((double) index);
    }

    @Override
    public int indexAtOrBefore(long timeNs) {
        int day = days.indexAtOrBefore(timeNs);
        if (day < 0) {
            return -1;
        }
        // In whole numbers: the moment before a slot is nearer to it than a double of that size can tell.
        long slot = timeNs >= days.endNs(day) ? slotsOf(day) - 1 : slotsBefore(day, timeNs);
        return Math.clamp(firstSlot[day] + slot, -1, count - 1);
    }

    /// Returns the length of a slot in nanoseconds; of weeks and months, that which they usually have.
    public long slotNs() {
        return slotNs;
    }
}
