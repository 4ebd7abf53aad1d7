package ai.backtestr.render.profile;

import java.util.Arrays;

/// What was bought, sold, and traded by an unknown side at each price, ascending. All sums are exact.
///
/// Immutable once it was made by [Builder]; any thread.
final class PriceVolumes {
    static final PriceVolumes NONE =
            new PriceVolumes(new long[0], new long[0], new long[0], new long[0], new long[AggressorRule.Basis.COUNT]);

    private final long[] prices;
    private final long[] bought;
    private final long[] sold;
    private final long[] unsided;
    private final long[] ticksByBasis;

    private PriceVolumes(long[] prices, long[] bought, long[] sold, long[] unsided, long[] ticksByBasis) {
        this.prices = prices;
        this.bought = bought;
        this.sold = sold;
        this.unsided = unsided;
        this.ticksByBasis = ticksByBasis;
    }

    int count() {
        return prices.length;
    }

    long price(int i) {
        return prices[i];
    }

    long bought(int i) {
        return bought[i];
    }

    long sold(int i) {
        return sold[i];
    }

    long unsided(int i) {
        return unsided[i];
    }

    /// Returns of how many ticks the side is known in that way.
    long ticks(AggressorRule.Basis basis) {
        return ticksByBasis[basis.index()];
    }

    /// Sums ticks up, in a table of prices with open addressing.
    static final class Builder {
        private static final int FIRST_SIZE = 64;

        private long[] keys = new long[FIRST_SIZE];
        private boolean[] used = new boolean[FIRST_SIZE];
        private long[] sums = new long[3 * FIRST_SIZE];
        private final long[] ticksByBasis = new long[AggressorRule.Basis.COUNT];
        private int count;

        void add(long price, long quantity, int side, AggressorRule.Basis basis) {
            int slot = slot(price);
            sums[3 * slot + (side == AggressorRule.BUY ? 0 : side == AggressorRule.SELL ? 1 : 2)] += quantity;
            ticksByBasis[basis.index()]++;
        }

        void add(PriceVolumes other) {
            for (int i = 0; i < other.count(); i++) {
                int slot = slot(other.prices[i]);
                sums[3 * slot] += other.bought[i];
                sums[3 * slot + 1] += other.sold[i];
                sums[3 * slot + 2] += other.unsided[i];
            }
            for (int i = 0; i < ticksByBasis.length; i++) {
                ticksByBasis[i] += other.ticksByBasis[i];
            }
        }

        private int slot(long price) {
            int mask = keys.length - 1;
            int slot = Long.hashCode(price * 0x9E3779B97F4A7C15L) & mask;
            while (used[slot] && keys[slot] != price) {
                slot = slot + 1 & mask;
            }
            if (!used[slot]) {
                if (2 * count >= keys.length) {
                    grow();
                    return slot(price);
                }
                used[slot] = true;
                keys[slot] = price;
                count++;
            }
            return slot;
        }

        private void grow() {
            long[] oldKeys = keys;
            boolean[] oldUsed = used;
            long[] oldSums = sums;
            keys = new long[2 * oldKeys.length];
            used = new boolean[keys.length];
            sums = new long[3 * keys.length];
            count = 0;
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldUsed[i]) {
                    System.arraycopy(oldSums, 3 * i, sums, 3 * slot(oldKeys[i]), 3);
                }
            }
        }

        PriceVolumes build() {
            long[] prices = new long[count];
            int at = 0;
            for (int i = 0; i < keys.length; i++) {
                if (used[i]) {
                    prices[at++] = keys[i];
                }
            }
            Arrays.sort(prices);
            long[][] columns = new long[3][count];
            for (int i = 0; i < count; i++) {
                int slot = slot(prices[i]);
                for (int column = 0; column < 3; column++) {
                    columns[column][i] = sums[3 * slot + column];
                }
            }
            return new PriceVolumes(prices, columns[0], columns[1], columns[2], ticksByBasis.clone());
        }
    }
}
