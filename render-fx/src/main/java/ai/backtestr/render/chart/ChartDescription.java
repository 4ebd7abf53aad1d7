package ai.backtestr.render.chart;

import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.TimeText;

/// Says in words what a chart shows, for readers who cannot see it.
final class ChartDescription {
    private ChartDescription() {}

    static String of(ChartContent content, VisibleRange range, PriceTicks ticks) {
        String title = content.symbol() + " " + content.timeframe();
        if (range.from() >= range.to()) {
            return title + ", no bars";
        }
        return title + ", " + (range.to() - range.from()) + " bars from "
                + TimeText.of(content.bars().timeNs(range.from())) + " to "
                + TimeText.of(content.bars().timeNs(range.to() - 1)) + " UTC, last price "
                + ticks.format(content.lastPrice());
    }
}
