package ai.backtestr.render.chart;

import ai.backtestr.engine.time.WallClock;
import ai.backtestr.render.axis.PriceTicks;
import ai.backtestr.render.axis.SpanText;
import ai.backtestr.render.axis.TextParts;
import ai.backtestr.render.axis.TimeText;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.series.BarSource;
import ai.backtestr.render.series.PriceColumns;
import java.util.Locale;

/// Says in words what a chart shows, for readers who cannot see it: what is at the crosshair with the values of
/// indicators and panes, or else their latest; how far the chart reaches; and the selected trade.
final class ChartDescription {
    private final ChartContent content;
    private final ChartGeometry geometry;
    private final PriceTicks ticks;
    private final WallClock clock;
    private final StringBuilder words = new StringBuilder(256);

    private ChartDescription(ChartContent content, ChartGeometry geometry) {
        this.content = content;
        this.geometry = geometry;
        ticks = geometry.priceTicks();
        clock = content.clock();
    }

    /// @param position of the crosshair on the axis of time, which is read out first; NaN for none
    static String of(ChartContent content, ChartGeometry geometry, VisibleRange range, double position) {
        return new ChartDescription(content, geometry).text(range, position);
    }

    private String text(VisibleRange range, double position) {
        boolean isPointed = position >= 0 && position < content.barCount();
        if (isPointed) {
            addPrices(position);
            addValues(position);
            words.append(". ");
        }
        addRange(range);
        if (!isPointed && range.from() < range.to()) {
            addValues(range.to() - 0.5);
        }
        addSelectedTrade();
        return words.toString();
    }

    private void addPrices(double position) {
        HistoryView history = content.history();
        if (history == null || history.isBars()) {
            addBar(content.bars(), (int) position);
            return;
        }
        int column = history.columnAt(position);
        if (column < 0 || column >= history.count()) {
            addTime(history.axis().timeNs(position));
        } else {
            addColumn(history, column);
        }
    }

    private void addBar(BarSource bars, int bar) {
        addTime(bars.timeNs(bar));
        if (Double.isNaN(bars.close(bar))) {
            words.append(", no ticks");
        } else {
            addPrices(bars.open(bar), bars.high(bar), bars.low(bar), bars.close(bar), bars.volume(bar));
        }
    }

    /// A column of pixels: part of a bar, or several of them.
    private void addColumn(HistoryView history, int column) {
        PriceColumns columns = history.columns();
        addTime(history.shownTimeNs(column));
        words.append(", ").append(SpanText.of(history.columnNs())).append(" a pixel");
        if (columns.isPresent(column)) {
            addPrices(
                    columns.first(column),
                    columns.high(column),
                    columns.low(column),
                    columns.last(column),
                    columns.volume(column));
        } else {
            int before = history.presentAtOrBefore(column);
            words.append(", no ticks");
            if (before >= 0) {
                words.append(", price ").append(ticks.format(columns.last(before)));
            }
        }
    }

    private void addTime(long timeNs) {
        words.append(TimeText.of(timeNs, clock)).append(' ').append(clock.name());
    }

    private void addPrices(double open, double high, double low, double close, double volume) {
        words.append(", open ").append(ticks.format(open));
        words.append(", high ").append(ticks.format(high));
        words.append(", low ").append(ticks.format(low));
        words.append(", close ").append(ticks.format(close));
        words.append(close >= open ? ", up" : ", down");
        if (!Double.isNaN(volume)) {
            words.append(", volume ").append(CompactNumber.format(volume));
        }
    }

    private void addValues(double position) {
        for (ChartIndicator indicator : content.overlays()) {
            words.append(", ").append(indicator.title());
            for (int i = 0; i < indicator.outputCount(); i++) {
                double value = indicator.value(i, position);
                words.append(' ').append(Double.isNaN(value) ? "none" : ticks.format(value));
            }
        }
        for (int i = 0; i < geometry.panes().count(); i++) {
            addValues(geometry.panes().get(i), position);
        }
    }

    private void addValues(PaneBox box, double position) {
        LowerPane pane = box.pane();
        words.append(", ").append(pane.title(content, geometry));
        int before = words.length();
        for (int i = 0; i < pane.values(); i++) {
            double value = pane.value(i, content, geometry, position);
            if (!Double.isNaN(value)) {
                TextParts text = new TextParts();
                pane.write(i, value, box, text);
                words.append(' ').append(text);
            }
        }
        if (words.length() == before) {
            words.append(" none");
        }
    }

    private void addRange(VisibleRange range) {
        words.append(content.symbol()).append(' ').append(content.timeframe());
        if (range.from() >= range.to()) {
            words.append(", no bars");
            return;
        }
        words.append(", ").append(range.to() - range.from()).append(" bars from ");
        words.append(TimeText.of(content.bars().timeNs(range.from()), clock)).append(" to ");
        addTime(content.bars().timeNs(range.to() - 1));
        words.append(", last price ").append(ticks.format(content.lastPrice()));
    }

    private void addSelectedTrade() {
        if (content.selectedRank() < 0) {
            return;
        }
        TradeMarker trade = content.trades().trade(content.selectedRank());
        words.append(". Selected trade: ").append(trade.isLong() ? "long from " : "short from ");
        addTime(trade.entryTimeNs());
        words.append(" at ").append(ticks.format(trade.entryPrice())).append(" to ");
        addTime(trade.exitTimeNs());
        words.append(" at ").append(ticks.format(trade.exitPrice()));
        words.append(String.format(Locale.ROOT, ", profit %+.2f", trade.profit()));
    }
}
