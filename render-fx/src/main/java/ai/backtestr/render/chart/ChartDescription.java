package ai.backtestr.render.chart;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TimeText;
import ai.backtestr.render.series.BarSource;

/// Says in words what a chart shows, for readers who cannot see it.
final class ChartDescription {
    private ChartDescription() {}

    /// @param bar the bar under the crosshair, which is read out first; -1 for none
    static String of(ChartContent content, VisibleRange range, int bar, PriceTicks ticks) {
        return bar >= 0 && bar < content.barCount()
                ? barInWords(content.bars(), bar, ticks, content.clock()) + ". " + of(content, range, ticks)
                : of(content, range, ticks);
    }

    private static String barInWords(BarSource bars, int bar, PriceTicks ticks, WallClock clock) {
        String time = TimeText.of(bars.timeNs(bar), clock) + " " + clock.name();
        if (Double.isNaN(bars.close(bar))) {
            return time + ", no ticks";
        }
        return time + ", open " + ticks.format(bars.open(bar)) + ", high " + ticks.format(bars.high(bar)) + ", low "
                + ticks.format(bars.low(bar)) + ", close " + ticks.format(bars.close(bar)) + ", "
                + (bars.close(bar) >= bars.open(bar) ? "up" : "down") + ", volume "
                + CompactNumber.format(bars.volume(bar));
    }

    private static String of(ChartContent content, VisibleRange range, PriceTicks ticks) {
        String title = content.symbol() + " " + content.timeframe();
        if (range.from() >= range.to()) {
            return title + ", no bars";
        }
        return title + ", " + (range.to() - range.from()) + " bars from "
                + TimeText.of(content.bars().timeNs(range.from()), content.clock()) + " to "
                + TimeText.of(content.bars().timeNs(range.to() - 1), content.clock()) + " "
                + content.clock().name() + ", last price "
                + ticks.format(content.lastPrice());
    }
}
