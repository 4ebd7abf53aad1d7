package ai.backtestr.desktop.report;

import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.statistics.MonthProfit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Monthly returns as rows of years, each cell with how strong its colour is to be.
final class MonthTable {
    private static final int MONTHS = 12;

    private MonthTable() {}

    /// Returns a row for each year, for the page's template.
    static List<Map<String, Object>> rows(List<MonthProfit> months) {
        double strongest = months.stream()
                .filter(month -> month.startEquity() > 0)
                .mapToDouble(month -> ResultTables.percent(month).abs().doubleValue())
                .max()
                .orElse(0);
        Map<Integer, List<MonthProfit>> years = new TreeMap<>();
        months.forEach(month -> years.computeIfAbsent(month.month().getYear(), year -> new ArrayList<>())
                .add(month));
        return years.entrySet().stream()
                .map(year -> Map.<String, Object>of(
                        "year",
                        Integer.toString(year.getKey()),
                        "cells",
                        cells(year.getValue(), strongest),
                        "total",
                        cell(whole(year.getValue()), Double.MAX_VALUE)))
                .toList();
    }

    private static MonthProfit whole(List<MonthProfit> year) {
        long profit = year.stream().mapToLong(MonthProfit::profit).sum();
        return new MonthProfit(year.getFirst().month(), year.getFirst().startEquity(), profit);
    }

    private static List<Map<String, Object>> cells(List<MonthProfit> year, double strongest) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int i = 1; i <= MONTHS; i++) {
            int number = i;
            cells.add(year.stream()
                    .filter(month -> month.month().getMonthValue() == number)
                    .findFirst()
                    .map(month -> cell(month, strongest))
                    .orElseGet(() -> Map.of("text", "", "tooltip", "", "kind", "", "strength", "0")));
        }
        return cells;
    }

    private static Map<String, Object> cell(MonthProfit month, double strongest) {
        if (month.startEquity() <= 0) {
            return Map.of("text", FigureText.UNDEFINED, "tooltip", "", "kind", "", "strength", "0");
        }
        BigDecimal percent = ResultTables.percent(month);
        double strength = strongest == 0 ? 0 : 0.12 + 0.6 * percent.abs().doubleValue() / strongest;
        return Map.of(
                "text",
                percent.setScale(percent.abs().doubleValue() < 10 ? 2 : 1, RoundingMode.HALF_EVEN)
                        .toPlainString(),
                "tooltip",
                month.month() + ": " + FigureText.decimal(Money.toDecimal(month.profit())),
                "kind",
                percent.signum() > 0 ? "up" : percent.signum() < 0 ? "down" : "",
                "strength",
                String.format(Locale.ROOT, "%.0f%%", 100 * (percent.signum() == 0 ? 0 : strength)));
    }
}
