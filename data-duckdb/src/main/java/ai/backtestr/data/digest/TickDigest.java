package ai.backtestr.data.digest;

import ai.backtestr.engine.tick.TickPage;
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
        long first = one;
        long second = two;
        for (int i = from; i < to; i++) {
            long mixed = mix(page, i);
            first = first * BASE_ONE + mixed;
            second = second * BASE_TWO + Long.rotateLeft(mixed, 32) * MIX_ONE;
        }
        one = first;
        two = second;
        count += to - from;
    }

    private static long mix(TickPage page, int i) {
        long mixed = page.timeNs(i) * BASE_TWO;
        mixed = (mixed ^ (mixed >>> 29)) + page.bidPrice(i) * MIX_ONE;
        mixed = (mixed ^ (mixed >>> 31)) * BASE_ONE + page.askPrice(i) * MIX_TWO;
        mixed = (mixed ^ (mixed >>> 30)) + page.bidQuantity(i) * BASE_ONE;
        mixed = (mixed ^ (mixed >>> 27)) * MIX_TWO + page.askQuantity(i) * BASE_TWO + page.flagBits(i);
        return (mixed ^ (mixed >>> 32)) * MIX_ONE;
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
