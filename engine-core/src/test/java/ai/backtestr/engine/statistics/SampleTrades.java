package ai.backtestr.engine.statistics;

import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.order.Side;
import java.util.ArrayList;
import java.util.List;

/// Closed trades of which only the profit and the times matter.
final class SampleTrades {
    private SampleTrades() {}

    static Trade trade(int number, long profit, long entryNs, long exitNs) {
        return new Trade(number, Side.BUY, 1, entryNs, 1, exitNs, 1, 0, profit, 0, 0);
    }

    static List<Trade> withProfits(long... profits) {
        List<Trade> trades = new ArrayList<>();
        for (long profit : profits) {
            trades.add(trade(trades.size() + 1, profit, trades.size(), trades.size() + 1));
        }
        return trades;
    }
}
