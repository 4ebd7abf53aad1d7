package ai.backtestr.data.digest;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import ai.backtestr.engine.tick.TickPage;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;

/// Tells runs of ticks apart: a 128-bit digest of the ticks and their order, whatever pages, parts or files they
/// are in.
///
/// Each tick is mixed into 64 bits `m`, and a run of them is the polynomial `h = h * B + m` modulo 2^64, for two
/// odd bases. Such a digest of two runs one after the other follows from the digests of both, `h(ab) = h(a) * B^|b|
/// + h(b)`, so that the digest of a stretch is put together from those kept of its pages. It guards against mix-ups
/// and damage, not against forgery. Mutable; used by one thread.
public final class TickDigest {
    private static final long BASE_ONE = 0x9E3779B97F4A7C15L;
    private static final long BASE_TWO = 0xD6E8FEB86659FD93L;
    private static final long MIX_ONE = 0xBF58476D1CE4E5B9L;
    private static final long MIX_TWO = 0x94D049BB133111EBL;

    private static final int STRETCH = 1024;

    private long one;
    private long two;
    private long count;

    /// The digest of no ticks.
    public TickDigest() {}

    /// The digest that [#one()], [#two()] and [#count()] were read from.
    public TickDigest(long one, long two, long count) {
        this.one = one;
        this.two = two;
        this.count = count;
    }

    /// Takes in ticks `from` to `to` (exclusive) of a page.
    public void add(TickPage page, int from, int to) {
        long[] mixed = new long[Math.min(STRETCH, to - from)];
        for (int start = from; start < to; start += STRETCH) {
            int end = Math.min(to, start + STRETCH);
            mix(page, start, end, mixed);
            fold(mixed, end - start);
        }
        count += to - from;
    }

    /// Apart from [#fold], as each tick is mixed for itself and the processor can do several at once.
    private static void mix(TickPage page, int from, int to, long[] mixed) {
        MemorySegment time = page.time();
        MemorySegment bid = page.bid();
        MemorySegment ask = page.ask();
        MemorySegment bidSize = page.bidSize();
        MemorySegment askSize = page.askSize();
        MemorySegment flags = page.flags();
        for (int i = from; i < to; i++) {
            long mix = time.getAtIndex(JAVA_LONG, i) * BASE_TWO;
            mix = (mix ^ (mix >>> 29)) + bid.getAtIndex(JAVA_LONG, i) * MIX_ONE;
            mix = (mix ^ (mix >>> 31)) * BASE_ONE + ask.getAtIndex(JAVA_LONG, i) * MIX_TWO;
            mix = (mix ^ (mix >>> 30)) + bidSize.getAtIndex(JAVA_LONG, i) * BASE_ONE;
            long last = askSize.getAtIndex(JAVA_LONG, i) * BASE_TWO + flags.get(JAVA_BYTE, i);
            mix = (mix ^ (mix >>> 27)) * MIX_TWO + last;
            mixed[i - from] = (mix ^ (mix >>> 32)) * MIX_ONE;
        }
    }

    private void fold(long[] mixed, int ticks) {
        long first = one;
        long second = two;
        for (int i = 0; i < ticks; i++) {
            long mix = mixed[i];
            first = first * BASE_ONE + mix;
            second = second * BASE_TWO + Long.rotateLeft(mix, 32) * MIX_ONE;
        }
        one = first;
        two = second;
    }

    /// Takes in the ticks that `next` is the digest of, as if they had been added one by one.
    public void add(TickDigest next) {
        one = one * power(BASE_ONE, next.count) + next.one;
        two = two * power(BASE_TWO, next.count) + next.two;
        count += next.count;
    }

    private static long power(long base, long exponent) {
        long power = 1;
        long square = base;
        for (long rest = exponent; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }

    /// Returns the first half of the state.
    public long one() {
        return one;
    }

    /// Returns the second half of the state.
    public long two() {
        return two;
    }

    /// Returns how many ticks were taken in.
    public long count() {
        return count;
    }

    /// Returns the digest as 32 lowercase hexadecimal digits. The scales go in too: equal integers at other scales
    /// are other prices.
    public String text(int priceScale, int quantityScale) {
        long salt = (count * 31 + priceScale) * 31 + quantityScale;
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(finish(one + salt)) + hex.toHexDigits(finish(two ^ (salt * MIX_TWO)));
    }

    private static long finish(long half) {
        long mixed = (half ^ (half >>> 30)) * MIX_ONE;
        mixed = (mixed ^ (mixed >>> 27)) * MIX_TWO;
        return mixed ^ (mixed >>> 31);
    }
}
