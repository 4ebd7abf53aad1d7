package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FillsCsv;
import ai.backtestr.desktop.report.OrdersCsv;
import ai.backtestr.desktop.table.ListedRows;
import ai.backtestr.engine.run.BacktestResult;
import ai.backtestr.render.table.RowColumn;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The orders and the fills of a run as tables show them, written as they are in its files.
final class ResultLists {
    private static final double TIME_WIDTH = 230;
    private static final double WIDTH = 96;
    private static final double REASON_WIDTH = 240;
    private static final Set<String> NUMBERS = Set.of(
            "order", "quantity", "limitPrice", "triggerPrice", "ticket", "filled", "price", "fee", "slippage", "fill");

    private static final double LETTER_WIDTH = 8;
    private static final double TITLE_ENDS = 24;

    private ResultLists() {}

    static ListedRows orders(BacktestResult result) {
        return new ListedRows(
                columns(OrdersCsv.COLUMNS),
                result.orders().size(),
                row -> result.orders().get(row).order().placedNs(),
                row -> OrdersCsv.row(result.orders().get(row), result));
    }

    static ListedRows fills(BacktestResult result) {
        return new ListedRows(
                columns(FillsCsv.COLUMNS),
                result.fills().size(),
                row -> result.fills().get(row).timeNs(),
                row -> FillsCsv.row(result, row));
    }

    private static List<RowColumn> columns(List<String> names) {
        return names.stream()
                .map(name -> new RowColumn(inWords(name), width(name), NUMBERS.contains(name), isTime(name)))
                .toList();
    }

    private static boolean isTime(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("time");
    }

    private static double width(String name) {
        double usual = isTime(name) ? TIME_WIDTH : name.equals("reason") ? REASON_WIDTH : WIDTH;
        return Math.max(usual, TITLE_ENDS + inWords(name).length() * LETTER_WIDTH);
    }

    /// Returns the words of a name like `placedTime`.
    private static String inWords(String name) {
        String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
