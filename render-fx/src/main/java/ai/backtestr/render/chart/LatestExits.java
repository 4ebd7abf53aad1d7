package ai.backtestr.render.chart;

import java.util.Arrays;

/// When trades end, in the order of their entries, such that those which reach beyond a moment are found among any
/// number of others.
///
/// A binary tree whose root is at 1: node `n` has the latest exit of nodes `2n` and `2n + 1`, and the trades are at
/// `leaves` and following. Used by one thread at a time.
final class LatestExits {
    private final int leaves;
    private final long[] latest;

    LatestExits(int trades) {
        leaves = 2 * Math.max(1, Integer.highestOneBit(trades));
        latest = new long[2 * leaves];
        Arrays.fill(latest, Long.MIN_VALUE);
    }

    /// Sets when a trade ends; [#update] is to be called before anything is asked.
    void set(int rank, long exit) {
        latest[leaves + rank] = exit;
    }

    /// Takes in all that was set.
    void update() {
        for (int node = leaves - 1; node > 0; node--) {
            latest[node] = Math.max(latest[2 * node], latest[2 * node + 1]);
        }
    }

    /// Returns the greatest rank below `end` whose trade ends at `from` or later, -1 if there is none.
    int lastReaching(int end, long from) {
        int node = leaves + end;
        do {
            while (node % 2 == 0) {
                node /= 2;
            }
            if (node == 1) {
                return -1;
            }
            node--;
        } while (latest[node] < from);
        while (node < leaves) {
            node = 2 * node + 1;
            if (latest[node] < from) {
                node--;
            }
        }
        return node - leaves;
    }
}
