package ai.backtestr.desktop.report;

import ai.backtestr.desktop.chart.ChartImage;
import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.engine.bar.BarSeries;
import ai.backtestr.engine.run.BacktestResult;

/// The pictures of a report, as PNG. They can be drawn before the run is checked: the toolkit that draws them cannot
/// start any more once the program is to end, and a run whose checks are interrupted is reported all the same.
public final class ReportCharts {
    private final byte[] dark;
    private final byte[] light;

    private ReportCharts(byte[] dark, byte[] light) {
        this.dark = dark;
        this.light = light;
    }

    /// Draws them. Not to be called on the toolkit's thread.
    public static ReportCharts of(BacktestResult result) {
        BarSeries bars = ChartTimeframes.clearest(result.bars());
        return new ReportCharts(ChartImage.OF_REPORT.of(result, bars), ChartImage.OF_LIGHT_REPORT.of(result, bars));
    }

    byte[] dark() {
        return dark;
    }

    byte[] light() {
        return light;
    }
}
