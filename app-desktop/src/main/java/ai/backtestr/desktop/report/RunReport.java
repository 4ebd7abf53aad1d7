package ai.backtestr.desktop.report;

import ai.backtestr.desktop.output.PlacedFolder;
import ai.backtestr.engine.run.BacktestResult;
import java.nio.charset.StandardCharsets;

/// The report on a run: a page for people, the same figures as JSON and CSV, the chart, and the manifest.
public final class RunReport {
    /// The page, in the folder of a report.
    public static final String PAGE = "report.html";

    private RunReport() {}

    /// Writes all files into `folder`; placing them is left to the caller. Not to be called on the toolkit's
    /// thread.
    ///
    /// @param manifest what decided the run, as a document
    /// @throws ai.backtestr.desktop.problem.ProblemException if one cannot be written
    public static void write(CheckedRun run, String manifest, PlacedFolder folder) {
        write(run, ReportCharts.of(run.result()), manifest, folder);
    }

    /// Writes all files into `folder`, with pictures that were drawn before; placing them is left to the caller.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if one cannot be written
    public static void write(CheckedRun run, ReportCharts charts, String manifest, PlacedFolder folder) {
        BacktestResult result = run.result();
        folder.write("result.json", utf8(ResultDocument.of(run)));
        folder.write("manifest.json", utf8(manifest));
        folder.write("orders.csv", utf8(OrdersCsv.of(result)));
        folder.write("trades.csv", utf8(TradesCsv.of(result)));
        folder.write("fills.csv", utf8(FillsCsv.of(result)));
        folder.write("equity.csv", utf8(EquityCsv.of(result)));
        folder.write("times.csv", utf8(TimesCsv.of(run)));
        folder.write("chart.png", charts.dark());
        folder.write(PAGE, utf8(ReportPage.of(run, charts.dark(), charts.light())));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
