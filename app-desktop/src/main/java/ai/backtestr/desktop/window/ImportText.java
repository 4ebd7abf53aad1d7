package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.ImportReport;
import ai.backtestr.data.store.Rejection;
import ai.backtestr.data.store.Tally;
import ai.backtestr.desktop.report.FigureText;
import java.nio.file.Path;

/// Says in a line what an import did.
final class ImportText {
    private ImportText() {}

    static String of(Path file, ImportReport report) {
        if (report.alreadyImported()) {
            return file.getFileName() + " had been imported already; nothing changed";
        }
        Tally tally = report.stored().tally();
        String line = file.getFileName() + ": " + FigureText.count(tally.accepted()) + " of "
                + FigureText.count(tally.rowsRead()) + " rows imported";
        if (report.rejections().isEmpty()) {
            return line;
        }
        Rejection first = report.rejections().getFirst();
        return line + ", " + FigureText.count(tally.rejected()) + " rejected; line " + first.line() + ": "
                + first.reason();
    }
}
