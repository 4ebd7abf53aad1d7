package ai.backtestr.desktop.chart;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.chart.EquityLine;
import ai.backtestr.render.series.EquitySource;
import java.util.ArrayList;
import java.util.List;

/// The equity of several runs as lines over one axis: by its amounts where all accounts began with as much of one
/// currency, else in percent of what each began with.
///
/// @param lines in the order of the runs
/// @param unit what is written behind values on the axis
public record EquityLines(List<EquityLine> lines, String unit) {
    /// A run and what it is called.
    ///
    /// @param quiet whether it is what the others are compared with
    public record Named(String name, BacktestResult result, boolean quiet) {}

    /// Returns the lines of runs.
    public static EquityLines of(List<Named> runs) {
        boolean isAlike = runs.stream()
                        .map(run -> run.result.currency() + run.result.spec().startingCash())
                        .distinct()
                        .count()
                <= 1;
        List<EquityLine> lines = new ArrayList<>();
        for (Named run : runs) {
            EquityCurve curve = run.result.equity();
            EquitySource source = isAlike
                    ? new EquityPoints(curve)
                    : new Percent(
                            new EquityPoints(curve),
                            Money.toDouble(run.result.spec().startingCash()));
            lines.add(new EquityLine(run.name, source, run.quiet));
        }
        return new EquityLines(List.copyOf(lines), isAlike ? "" : "%");
    }

    private record Percent(EquitySource amounts, double start) implements EquitySource {
        @Override
        public int count() {
            return amounts.count();
        }

        @Override
        public long timeNs(int index) {
            return amounts.timeNs(index);
        }

        @Override
        public double value(int index) {
            return (amounts.value(index) / start - 1) * 100;
        }
    }
}
