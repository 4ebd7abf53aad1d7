package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.desktop.runs.RunComparison;
import ai.backtestr.desktop.runs.RunsSideBySide;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a comparison of runs is worded.
final class ComparisonText {
    private ComparisonText() {}

    static String title(RunComparison.Row row) {
        String group = row.group().name().toLowerCase(Locale.ROOT);
        return group.equals(row.name()) || row.group() == RunComparison.Group.RESULT
                ? row.name()
                : group + " " + row.name();
    }

    static String title(RunsSideBySide.Row row) {
        String group = row.group().name().toLowerCase(Locale.ROOT);
        return group.equals(row.name()) || row.group() == RunComparison.Group.RESULT
                ? row.name()
                : group + " " + row.name();
    }

    static String value(@Nullable String text) {
        return text == null ? FigureText.UNDEFINED : text;
    }
}
