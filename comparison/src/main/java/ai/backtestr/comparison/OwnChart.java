package ai.backtestr.comparison;

import ai.backtestr.render.chart.PriceChart;
import ai.backtestr.render.series.BarSource;
import javafx.scene.Parent;

/// The chart of this product, with volume, legend and axes.
final class OwnChart implements PannedChart {
    private final PriceChart chart = new PriceChart();
    private long painted;

    OwnChart(BarSource bars) {
        chart.setTitle("WALK", "1m");
        chart.setBars(bars);
        chart.setOnFramePainted(ns -> painted++);
    }

    @Override
    public String name() {
        return "BackTestr";
    }

    @Override
    public Parent node() {
        return chart;
    }

    @Override
    public void show(int from, int bars) {
        chart.navigation().showRange(from, from + bars);
    }

    @Override
    public long painted() {
        return painted;
    }
}
