package ai.backtestr.desktop.replay;

import ai.backtestr.desktop.chart.TradeMarkers;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.replay.ReplayFrame;
import ai.backtestr.engine.run.RunState.BarsNow;
import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.chart.VisibleRange;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps a chart at the frame that a replay shows, the forming bar included. FX thread only.
final class ReplayChart {
    private final PriceChart chart;
    private final Instrument instrument;
    private final Consumer<String> onOther;
    private @Nullable ReplayBars bars;
    private @Nullable ReplayEquity equity;
    private @Nullable ReplayFrame shown;
    private @Nullable Timeframe timeframe;

    /// @param onOther hears why the chart shows other bars than it is to
    ReplayChart(PriceChart chart, Instrument instrument, Consumer<String> onOther) {
        this.onOther = onOther;
        this.chart = chart;
        this.instrument = instrument;
        chart.setEquity(null);
    }

    /// Shows `frame` in `wanted`, or in the longest timeframe that the replay has, if not in that.
    @SuppressWarnings("ReferenceEquality") // the same picture, not one that looks the same
    void show(ReplayFrame frame, Timeframe wanted) {
        ReplayFrame before = shown;
        if (before == frame && wanted.equals(timeframe)) {
            return;
        }
        ReplayBars source = bars;
        boolean isOther = before == null || before.generation() != frame.generation() || !wanted.equals(timeframe);
        if (source == null || isOther) {
            begin(frame, wanted, before);
            showEquity(frame, true);
        } else {
            source.show(frame);
            showEquity(frame, false);
            chart.refresh();
        }
        if (before == null
                || isOther
                || before.trades().size() != frame.trades().size()) {
            chart.setTrades(TradeMarkers.of(frame.trades(), instrument));
        }
        if (isOther || before == null || closed(before, wanted) != closed(frame, wanted)) {
            Timeframe of =
                    frame.state().bars().get(indexOf(frame, wanted)).series().timeframe();
            chart.panes().setBars(new ReplayIndicatorBars(frame, instrument.calendar()), of);
        }
        shown = frame;
        timeframe = wanted;
    }

    /// Points once drawn never change, so where there are fewer or others of them the curve begins anew.
    private void showEquity(ReplayFrame frame, boolean isOther) {
        ReplayEquity drawn = equity;
        if (drawn == null || isOther || frame.equity().count() < drawn.count()) {
            equity = new ReplayEquity(frame);
            chart.setEquity(equity);
        } else {
            drawn.show(frame);
        }
    }

    private void tellIfOther(ReplayBars source, Timeframe wanted) {
        if (!source.timeframe().equals(wanted) && !wanted.equals(timeframe)) {
            onOther.accept("The replay has no " + wanted + " bars and shows " + source.timeframe()
                    + "; begin a replay with " + wanted + " in the chart to have them.");
        }
    }

    private static int closed(ReplayFrame frame, Timeframe wanted) {
        return frame.state().bars().get(indexOf(frame, wanted)).closed();
    }

    private void begin(ReplayFrame frame, Timeframe wanted, @Nullable ReplayFrame before) {
        ReplayBars source = new ReplayBars(frame, indexOf(frame, wanted));
        bars = source;
        tellIfOther(source, wanted);
        VisibleRange range = chart.navigation().visibleBars();
        boolean sameBars = before != null && wanted.equals(timeframe);
        int width = range.to() - range.from();
        chart.setPriceDecimals(source.priceScale());
        chart.setTitle(
                instrument.title() + " replay",
                frame.state()
                        .bars()
                        .get(indexOf(frame, wanted))
                        .series()
                        .timeframe()
                        .toString());
        chart.setBars(source);
        if (sameBars && width > 0) {
            int to = Math.min(range.to(), source.count());
            chart.navigation().showRange(to - width, to);
        }
    }

    private static int indexOf(ReplayFrame frame, Timeframe wanted) {
        List<BarsNow> all = frame.state().bars();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).series().timeframe().equals(wanted)) {
                return i;
            }
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).series().timeframe().compareTo(wanted) >= 0) {
                return i;
            }
        }
        return all.size() - 1;
    }
}
