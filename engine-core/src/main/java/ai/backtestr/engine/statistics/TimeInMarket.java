package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Trade;
import java.util.Comparator;
import java.util.List;

/// How long at least one trade was open.
final class TimeInMarket {
    private TimeInMarket() {}

    /// Returns the length of the union of the times between entry and exit, in the unit of those.
    static long of(List<Trade> trades) {
        long total = 0;
        long coveredTo = Long.MIN_VALUE;
        List<Trade> byEntry =
                trades.stream().sorted(Comparator.comparingLong(Trade::entryNs)).toList();
        for (Trade trade : byEntry) {
            long from = Math.max(trade.entryNs(), coveredTo);
            if (trade.exitNs() > from) {
                total += trade.exitNs() - from;
                coveredTo = trade.exitNs();
            }
        }
        return total;
    }
}
