package ai.backtestr.desktop.chart;

import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.bar.Timeframe;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The timeframes that are offered, and which of them shows a stretch of time best.
public final class ChartTimeframes {
    private static final int MOST_BARS = 400;

    private static final List<Timeframe> OFFERED = Stream.of(
                    "1s", "5s", "15s", "30s", "1m", "5m", "15m", "30m", "1h", "4h", "12h", "1d")
            .map(Timeframe::parse)
            .toList();

    private ChartTimeframes() {}

    /// Returns those that are offered, shortest first.
    public static List<Timeframe> offered() {
        return OFFERED;
    }

    /// Returns the shortest timeframe in which that length of time is few enough bars to tell them apart in one
    /// picture.
    public static Timeframe fitting(long lengthNs) {
        for (Timeframe timeframe : OFFERED) {
            if (lengthNs / timeframe.lengthNs() < MOST_BARS) {
                return timeframe;
            }
        }
        return Timeframe.ONE_DAY;
    }

    /// Returns the same of those that can be made of bars of length `recorded`, of which the longest if all are too
    /// many; null stands for ticks, of which any can be made.
    public static Timeframe fitting(long lengthNs, @Nullable Timeframe recorded) {
        Timeframe fitting = fitting(lengthNs);
        if (recorded == null) {
            return fitting;
        }
        return OFFERED.stream()
                .filter(timeframe -> timeframe.isMadeOf(recorded))
                .filter(timeframe -> timeframe.compareTo(fitting) >= 0)
                .findFirst()
                .orElse(recorded);
    }

    /// Returns the bars, out of one or more series in the order of their timeframes, that show most in one picture.
    /// Those at whose prices was traded come before Heikin-Ashi, those that end with the clock before others.
    public static BarSeries clearest(List<BarSeries> shortestFirst) {
        List<BarSeries> traded = shortestFirst.stream()
                .filter(bars -> bars.timeframe().isTime() && !bars.timeframe().heikinAshi())
                .toList();
        List<BarSeries> preferred = traded.isEmpty() ? shortestFirst : traded;
        for (BarSeries bars : preferred) {
            if (bars.count() <= MOST_BARS) {
                return bars;
            }
        }
        return preferred.getLast();
    }
}
