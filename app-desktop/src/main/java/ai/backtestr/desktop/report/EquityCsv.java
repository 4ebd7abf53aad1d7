package ai.backtestr.desktop.report;

import ai.backtestr.engine.account.EquityCurve;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.time.Times;
import java.util.ArrayList;
import java.util.List;

/// The equity of a run as a table: a point at the end of every hour that had ticks, times in UTC, and how far it was
/// below the highest point so far.
final class EquityCsv {
    private static final List<String> COLUMNS = List.of("time", "equity", "drawdown");

    private EquityCsv() {}

    static String of(BacktestResult result) {
        EquityCurve curve = result.equity();
        List<List<String>> rows = new ArrayList<>();
        long peak = result.spec().startingCash();
        for (int i = 0; i < curve.count(); i++) {
            peak = Math.max(peak, curve.equity(i));
            rows.add(List.of(
                    Times.format(curve.timeNs(i)),
                    Money.format(curve.equity(i)),
                    Money.format(peak - curve.equity(i))));
        }
        return CsvText.of(COLUMNS, rows.stream());
    }
}
