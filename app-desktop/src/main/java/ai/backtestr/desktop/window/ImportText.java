package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.Tally;
import ai.backtestr.desktop.report.FigureText;

/// Says in a line what an import did.
final class ImportText {
    private ImportText() {}

    static String of(String files, ImportReport report) {
        if (report.alreadyImported()) {
            return files + " had been imported already; nothing changed";
        }
        Tally tally = report.stored().tally();
        String line = files + ": " + FigureText.count(tally.accepted()) + " of " + FigureText.count(tally.rowsRead())
                + " rows imported";
        if (!report.leftOut().isEmpty()) {
            line += "; " + FigureText.count(report.leftOut().size())
                    + " files left out, as not named like files of data";
        }
        if (report.rejections().isEmpty()) {
            return line;
        }
        Rejection first = report.rejections().getFirst();
        return line + ", " + FigureText.count(tally.rejected()) + " rejected; line " + first.line() + ": "
                + first.reason();
    }
}
