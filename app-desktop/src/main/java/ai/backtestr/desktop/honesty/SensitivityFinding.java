package ai.backtestr.desktop.honesty;

import ai.backtestr.desktop.report.Finding;
import ai.backtestr.desktop.report.SensitivityRow;
import ai.backtestr.engine.honesty.Verdict;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.engine.statistics.Statistics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What less kind assumptions make of a profit, in words.
final class SensitivityFinding {
    private static final String ID = "sensitivity";
    private static final String TITLE = "Sensitivity";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private SensitivityFinding() {}

    /// @param rows the first that of the run itself
    static Finding of(List<SensitivityRow> rows, BacktestResult result) {
        BigDecimal profit = netProfit(result.statistics());
        List<SensitivityRow> harder = rows.subList(1, rows.size());
        List<SensitivityRow> ran =
                harder.stream().filter(row -> row.statistics() != null).toList();
        if (result.fills().isEmpty()) {
            return finding(Verdict.NOT_CHECKED, "Nothing was traded.");
        }
        if (profit.signum() <= 0) {
            return finding(Verdict.NOT_CHECKED, "The run earned nothing, so harder assumptions have nothing to take.");
        }
        if (ran.isEmpty()) {
            return finding(Verdict.NOT_CHECKED, "None of the harder assumptions could be run.");
        }
        List<SensitivityRow> lost =
                ran.stream().filter(row -> netProfitOf(row).signum() <= 0).toList();
        if (!lost.isEmpty()) {
            return finding(Verdict.FAILED, "The profit becomes a loss with: " + titles(lost) + ".");
        }
        List<SensitivityRow> halved = ran.stream()
                .filter(row -> netProfitOf(row).compareTo(profit.multiply(HALF)) < 0)
                .toList();
        return halved.isEmpty()
                ? finding(Verdict.PASSED, "More than half of the profit is left under every harder assumption.")
                : finding(Verdict.DOUBTFUL, "More than half of the profit is gone with: " + titles(halved) + ".");
    }

    private static Finding finding(Verdict verdict, String text) {
        return new Finding(ID, TITLE, verdict, text);
    }

    private static String titles(List<SensitivityRow> rows) {
        return rows.stream()
                .map(row -> row.title().substring(0, 1).toLowerCase(Locale.ROOT)
                        + row.title().substring(1))
                .collect(Collectors.joining("; "));
    }

    private static BigDecimal netProfitOf(SensitivityRow row) {
        return netProfit(Objects.requireNonNull(row.statistics()));
    }

    private static BigDecimal netProfit(Statistics statistics) {
        return Objects.requireNonNull(statistics.get("netProfit").value());
    }
}
