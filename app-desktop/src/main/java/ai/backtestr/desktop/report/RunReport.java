package ai.backtestr.desktop.report;

import ai.backtestr.desktop.chart.ChartImage;
import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.output.PlacedFolder;
import ai.backtestr.engine.run.BacktestResult;
import java.nio.charset.StandardCharsets;

/// The report on a run: `report.html`, `chart.png`, `result.json`, `manifest.json`, `trades.csv`, `fills.csv` and
/// `orders.csv`.
public final class RunReport {
    private RunReport() {}

    /// Writes all files into `folder`; placing them is left to the caller. Not to be called on the toolkit's
    /// thread.
    ///
    /// @param manifest what decided the run, as a document
    /// @throws ai.backtestr.desktop.problem.ProblemException if one cannot be written
    public static void write(BacktestResult result, String manifest, PlacedFolder folder) {
        byte[] chart = ChartImage.OF_REPORT.of(result, ChartTimeframes.clearest(result.bars()));
        folder.write("result.json", utf8(ResultDocument.of(result)));
        folder.write("manifest.json", utf8(manifest));
        folder.write("orders.csv", utf8(OrdersCsv.of(result)));
        folder.write("trades.csv", utf8(TradesCsv.of(result)));
        folder.write("fills.csv", utf8(FillsCsv.of(result)));
        folder.write("chart.png", chart);
        folder.write("report.html", utf8(ReportPage.of(result, chart)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
