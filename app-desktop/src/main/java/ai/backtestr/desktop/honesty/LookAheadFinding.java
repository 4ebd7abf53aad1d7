package ai.backtestr.desktop.honesty;

import ai.backtestr.desktop.report.Finding;
import ai.backtestr.engine.honesty.Verdict;
import ai.backtestr.engine.time.Times;
import java.util.List;
import java.util.stream.Collectors;

/// What the look-ahead probe found, in words.
final class LookAheadFinding {
    private static final String ID = "look-ahead";
    private static final String TITLE = "Look-ahead";

    private LookAheadFinding() {}

    static Finding passed(List<Long> cuts) {
        if (cuts.isEmpty()) {
            return new Finding(ID, TITLE, Verdict.NOT_CHECKED, "There is too little data to cut any off.");
        }
        String times = cuts.stream().map(LookAheadFinding::lastLeft).collect(Collectors.joining(", "));
        return new Finding(
                ID,
                TITLE,
                Verdict.PASSED,
                "With the data cut off after " + times + ", every order and fill before the cut is the same.");
    }

    /// Returns the last moment that is not cut off.
    private static String lastLeft(long cutNs) {
        return Times.format(cutNs - 1);
    }

    static Finding failed(long cutNs, String difference, boolean repeatable) {
        String reason = repeatable
                ? "The strategy knows what comes later."
                : "The strategy does not even do the same on the same data: it keeps something between runs, or uses"
                        + " chance of its own.";
        return new Finding(
                ID,
                TITLE,
                Verdict.FAILED,
                "With the data cut off after " + lastLeft(cutNs) + ", what happened before is not the same. " + reason
                        + " First difference, " + difference + ".");
    }
}
