package ai.backtestr.desktop.window;

import ai.backtestr.desktop.commandline.ExplanationText;
import ai.backtestr.desktop.runs.ExplainedFill;
import ai.backtestr.desktop.task.BackgroundTask;
import ai.backtestr.desktop.workspace.BacktestRequest;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.account.Trade;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.order.Fill;
import ai.backtestr.engine.order.Side;
import ai.backtestr.engine.run.BacktestResult;

/// Why a trade was entered and left as it was, in words.
final class TradeExplanation {
    private static final int TICKS_SHOWN = 4;

    private TradeExplanation() {}

    /// @param trade its place in `result`, which came of `request`
    static BackgroundTask<String> of(Workspace workspace, BacktestRequest request, BacktestResult result, int trade) {
        return new BackgroundTask<>("Explaining a trade", control -> {
            Trade explained = result.trades().get(trade);
            Side out = explained.side().opposite();
            Instrument of = result.instrumentOf(explained.ticket());
            int entry = fill(result, of, explained.entryNs(), explained.entryPrice(), explained.side());
            int exit = fill(result, of, explained.exitNs(), explained.exitPrice(), out);
            return "Trade " + explained.number() + ", entry\n\n" + text(workspace, request, result, entry)
                    + "\n\n\nTrade " + explained.number() + ", exit\n\n" + text(workspace, request, result, exit);
        });
    }

    private static String text(Workspace workspace, BacktestRequest request, BacktestResult result, int fill) {
        return ExplanationText.of(ExplainedFill.of(workspace, request, result, fill, TICKS_SHOWN));
    }

    /// Returns the number of a fill, from 1.
    private static int fill(BacktestResult result, Instrument of, long timeNs, long price, Side side) {
        for (int i = 0; i < result.fills().size(); i++) {
            Fill fill = result.fills().get(i);
            boolean same = fill.timeNs() == timeNs && fill.price() == price && fill.side() == side;
            if (same && result.instrumentOf(fill.orderId()).equals(of)) {
                return i + 1;
            }
        }
        throw new IllegalStateException("no fill at " + timeNs + " ns for " + price);
    }
}
