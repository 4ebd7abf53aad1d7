package ai.backtestr.desktop.report;

import ai.backtestr.engine.statistics.Statistic;
import ai.backtestr.engine.statistics.Statistics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A sensitivity strip as a table: the headline figures of the run and of its harder variants side by side.
public final class SensitivityTable {
    /// The figures shown, by their ids.
    public static final List<String> FIGURES =
            List.of("netProfit", "returnPercent", "maxDrawdownPercent", "profitFactor", "sharpe", "trades");

    /// The columns; all but the first are numbers.
    public static final List<String> COLUMNS =
            List.of("assumption", "net profit", "return", "max drawdown", "profit factor", "Sharpe ratio", "trades");

    private SensitivityTable() {}

    /// Returns a row of texts for each variant.
    public static List<List<String>> rows(Honesty honesty, String currency) {
        return honesty.sensitivity().stream().map(row -> row(row, currency)).toList();
    }

    private static List<String> row(SensitivityRow row, String currency) {
        List<String> texts = new ArrayList<>(List.of(row.title()));
        Statistics statistics = row.statistics();
        for (String id : FIGURES) {
            texts.add(statistics == null ? FigureText.UNDEFINED : FigureText.of(statistics.get(id), currency));
        }
        return texts;
    }

    /// Returns the rows for the page's template, with a bar for each net profit.
    static List<Map<String, Object>> bars(Honesty honesty, String currency) {
        double most = honesty.sensitivity().stream()
                .mapToDouble(row -> Math.abs(profit(row)))
                .max()
                .orElse(0);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SensitivityRow row : honesty.sensitivity()) {
            List<String> texts = row(row, currency);
            double profit = profit(row);
            Map<String, Object> values = new HashMap<>();
            values.put("title", row.title());
            values.put("problem", row.problem());
            values.put("hasProblem", !row.problem().isEmpty());
            values.put("cells", texts.subList(1, texts.size()));
            values.put("kind", profit >= 0 ? "gain" : "loss");
            values.put("side", profit >= 0 ? "left" : "right");
            values.put("width", String.format(Locale.ROOT, "%.1f%%", most == 0 ? 0 : 50 * Math.abs(profit) / most));
            rows.add(values);
        }
        return rows;
    }

    private static double profit(SensitivityRow row) {
        Statistics statistics = row.statistics();
        if (statistics == null) {
            return 0;
        }
        Statistic profit = statistics.get("netProfit");
        BigDecimal value = profit.value();
        return value == null ? 0 : value.doubleValue();
    }
}
