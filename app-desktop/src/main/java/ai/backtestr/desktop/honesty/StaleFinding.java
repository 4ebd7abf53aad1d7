package ai.backtestr.desktop.honesty;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.report.Finding;
import ai.backtestr.engine.honesty.StaleFills;
import ai.backtestr.engine.honesty.Verdict;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import java.time.Duration;

/// How many fills followed a long silence of the market, in words.
final class StaleFinding {
    private static final String ID = "stale-fills";
    private static final String TITLE = "Stale fills";

    private StaleFinding() {}

    static Finding onBars() {
        return new Finding(
                ID, TITLE, Verdict.NOT_CHECKED, "Recorded bars do not tell how old the quotes were that made them.");
    }

    static Finding of(StaleFills stale, BacktestResult result) {
        return new Finding(ID, TITLE, stale.verdict(), text(stale, result));
    }

    private static String text(StaleFills stale, BacktestResult result) {
        String limit = FigureText.duration(Duration.ofNanos(stale.limitNs()));
        if (stale.fills() == 0) {
            return "Nothing was filled.";
        }
        String longest = "the longest silence before a fill was "
                + FigureText.duration(Duration.ofNanos(stale.longestNs())) + ", before fill " + stale.longestFill()
                + " at "
                + Times.format(result.fills().get(stale.longestFill() - 1).timeNs());
        return stale.stale() == 0
                ? "Every fill came within " + limit + " of the quote before it; " + longest + "."
                : FigureText.count(stale.stale()) + " of " + FigureText.count(stale.fills())
                        + " fills came after the market had been silent for more than " + limit
                        + ", so that the price they were decided on was old; " + longest + ".";
    }
}
