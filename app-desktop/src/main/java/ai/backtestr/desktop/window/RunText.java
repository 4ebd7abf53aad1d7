package ai.backtestr.desktop.window;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.RunFacts;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.run.BarDataRun;

/// What the bottom line says of a run.
final class RunText {
    private RunText() {}

    /// Returns how fast it was and, of one on bars, what it depends on.
    static String speed(BacktestResult run) {
        BarDataRun barData = run.barData();
        String kind = barData == null ? "ticks" : "bars";
        String speed = FigureText.count(run.ticks()) + " " + kind + " in "
                + FigureText.count(run.elapsedNs() / 1_000_000) + " ms, "
                + FigureText.count(Math.round(run.ticksPerSecond())) + " a second";
        return barData == null
                ? speed
                : speed + "; bar data " + barData.timeframe() + ", path assumption " + barData.path() + ": "
                        + RunFacts.dependence(barData);
    }

    /// Returns whether a kept run came to the same again.
    static String sameOrNot(StoredRun run, BacktestResult again) {
        return again.resultHash().equals(run.run().resultHash())
                ? "Run " + run.id() + " again: the same result to the last fill."
                : "Run " + run.id() + " again: the result differs from the one kept; 'backtestr rerun " + run.id()
                        + "' tells why.";
    }
}
