package ai.backtestr.engine.order;

import java.util.ArrayList;
import java.util.List;

/// Where the data did not hold what a model of execution needs, so that the run fell back on what the model says
/// for that case.
///
/// @param fillsWithoutSlippage executions at the quote because the size or the range that slippage is a share of
///     was not known
/// @param ordersWithoutQueue limit orders that rested at the best price while its size was not known, so that
///     trades at their price did not fill them
public record ModelGaps(long fillsWithoutSlippage, long ordersWithoutQueue) {
    /// Nothing was missing.
    public static final ModelGaps NONE = new ModelGaps(0, 0);

    /// Says it in words; empty if nothing was missing.
    public String text() {
        List<String> gaps = new ArrayList<>();
        if (fillsWithoutSlippage > 0) {
            gaps.add("no slippage on " + counted(fillsWithoutSlippage, "fill")
                    + ", for want of the size or range it is a share of");
        }
        if (ordersWithoutQueue > 0) {
            gaps.add("no place in the queue known for " + counted(ordersWithoutQueue, "limit order")
                    + ", for want of quoted sizes");
        }
        return String.join("; ", gaps);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
