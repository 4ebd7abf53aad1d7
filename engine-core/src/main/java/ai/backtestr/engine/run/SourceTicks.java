package ai.backtestr.engine.run;

import ai.backtestr.engine.currency.Rate;
import ai.backtestr.engine.tick.PriceRange;
import ai.backtestr.engine.tick.TickBlock;
import ai.backtestr.engine.tick.TickPage;
import ai.backtestr.engine.tick.TickValidator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The ticks of one source in the slice of time that is being taken in, a block at a time, and how far they are.
/// Engine thread only.
final class SourceTicks {
    private static final long NONE = Long.MAX_VALUE;

    final int number;
    final TickValidator validator = new TickValidator();
    final Rate rate;
    final @Nullable InstrumentDesk desk; // null where it is read for its rate alone
    final TickBlock block = new TickBlock();

    /// The prices of ticks `at` to `to` of the block: what a seller gets and what a buyer pays.
    final PriceRange sells = new PriceRange();

    final PriceRange buys = new PriceRange();
    private @Nullable TickPage page;
    private int first; // place in the page of the block's first tick
    private int end; // place in the page after the last tick of the slice
    private boolean sound;
    int at;
    int to;

    SourceTicks(int number, Rate rate, @Nullable InstrumentDesk desk) {
        this.number = number;
        this.rate = rate;
        this.desk = desk;
    }

    /// Begins with ticks `from` to `until` (exclusive) of a page; there may be none.
    void open(TickPage slice, int from, int until) {
        page = slice;
        first = from;
        end = until;
        at = 0;
        load();
    }

    private void load() {
        if (first < end) {
            sound = block.load(page(), first, Math.min(end, first + TickBlock.CAPACITY), validator.earliestNs());
        }
        sells.forget();
        buys.forget();
    }

    /// Goes on with the tick at `next` of the block, or with the next block.
    void goOn(int next) {
        at = next;
        if (at == block.count()) {
            first += at;
            at = 0;
            load();
        }
    }

    boolean hasTick() {
        return first < end;
    }

    /// Returns the time of its next tick; `Long.MAX_VALUE` if there is none.
    long nextNs() {
        return hasTick() ? block.times()[at] : NONE;
    }

    /// Returns the time of the tick that a stretch ends before; `Long.MAX_VALUE` if it is in no page yet.
    long endNs() {
        if (!hasTick()) {
            return NONE;
        }
        int place = first + to;
        return to < block.count() ? block.times()[to] : place < end ? page().timeNs(place) : NONE;
    }

    /// Tells whether ticks may be taken in by the stretch: they are in order, and not its first.
    boolean allowsStretch() {
        return sound && validator.accepted() > 0 && (desk == null || desk.market.hasRecordedSpread());
    }

    /// Tells whether orders are executed against ticks of this block.
    boolean matches() {
        return desk != null && desk.market.takes(block.hasTrades());
    }

    /// Tells whether what is held is marked on ticks of this block.
    boolean isMarked() {
        return desk == null || matches();
    }

    /// Tells whether bars are made of ticks of this block.
    boolean makesBars() {
        return desk != null && desk.barPrice.takesTrades() == block.hasTrades();
    }

    /// Looks at the prices of the stretch.
    void range() {
        sells.of(block.lowers(), at, to);
        buys.of(block.highers(), at, to);
    }

    TickPage page() {
        return Objects.requireNonNull(page);
    }

    /// Returns the place in the page of the block's first tick.
    int first() {
        return first;
    }
}
