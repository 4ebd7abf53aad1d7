package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.engine.bar.Timeframe;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The bars that a replay makes, so that charts can be shown in them.
final class ReplayTimeframes {
    private ReplayTimeframes() {}

    /// Returns those that its charts show, of whatever kind, and of those offered the ones that are not much shorter:
    /// bars of seconds cost memory for all the history that is replayed.
    ///
    /// @param shown the timeframes of its charts
    static List<Timeframe> of(List<Timeframe> shown) {
        Timeframe shortest = shown.stream()
                .filter(Timeframe::isTime)
                .map(Timeframe::traded)
                .min(Comparator.naturalOrder())
                .orElse(Timeframe.ONE_MINUTE);
        return Stream.concat(
                        ChartTimeframes.offered().stream()
                                .filter(offered -> offered.compareTo(shortest) >= 0
                                        || offered.compareTo(Timeframe.ONE_MINUTE) >= 0),
                        shown.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
