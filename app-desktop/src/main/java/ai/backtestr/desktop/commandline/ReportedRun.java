package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.StoredRun;
import ai.backtestr.desktop.report.CheckedRun;
import ai.backtestr.desktop.report.Finding;
import ai.backtestr.desktop.report.Honesty;
import ai.backtestr.desktop.report.InstrumentTable;
import ai.backtestr.desktop.report.ResultTables;
import ai.backtestr.desktop.report.RunFacts;
import ai.backtestr.desktop.report.SensitivityTable;
import ai.backtestr.engine.honesty.Verdict;
import ai.backtestr.engine.run.BacktestResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A backtest that was run and kept, and the report on it.
///
/// @param checked what came of it and of its checks
/// @param kept as what it is kept
/// @param report the folder of the report, absolute; null if none was asked for
record ReportedRun(
        CheckedRun checked, StoredRun kept, @Nullable Path report) {
    private static final int MONTHS_SHOWN = 12;

    /// Returns what a person wants to know of it, a line each, then its trades by side and its last months.
    String summary() {
        BacktestResult result = checked.result();
        List<RunFacts.Fact> facts = new ArrayList<>(RunFacts.setup(result));
        facts.addAll(RunFacts.outcome(result));
        facts.add(RunFacts.hash(result));
        facts.add(new RunFacts.Fact("Run", Integer.toString(kept.id())));
        if (report != null) {
            facts.add(new RunFacts.Fact("Report", report.toString()));
        }
        int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(warning());
        for (RunFacts.Fact fact : facts) {
            text.append(fact.name())
                    .repeat(' ', width + 2 - fact.name().length())
                    .append(fact.text())
                    .append('\n');
        }
        if (checked.result().portfolio() != null) {
            text.append('\n')
                    .append(table(InstrumentTable.COLUMNS, InstrumentTable.rows(checked.result())))
                    .append('\n');
        }
        text.append('\n').append(sides()).append("\n\n").append(months());
        text.append(checks());
        return text.toString();
    }

    /// A result that is not to be trusted says so before all else.
    private String warning() {
        Verdict verdict = checked.honesty().verdict();
        boolean warns = verdict == Verdict.FAILED
                || verdict == Verdict.DOUBTFUL
                || checked.honesty().interrupted();
        return warns ? checked.honesty().headline() + "\n\n" : "";
    }

    private String checks() {
        Honesty honesty = checked.honesty();
        if (honesty.findings().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n\nChecks: ").append(honesty.headline());
        for (Finding finding : honesty.findings()) {
            text.append('\n')
                    .append("  %-11s  %-20s  %s"
                            .formatted(Honesty.word(finding.verdict()), finding.title(), finding.text()));
        }
        if (!honesty.sensitivity().isEmpty()) {
            String currency = checked.result().currency();
            text.append("\n\n").append(table(SensitivityTable.COLUMNS, SensitivityTable.rows(honesty, currency)));
        }
        return text.toString();
    }

    private TextTable sides() {
        return table(ResultTables.SIDE_COLUMNS, ResultTables.sides(checked.result()));
    }

    private String months() {
        List<List<String>> months = ResultTables.months(checked.result());
        int earlier = Math.max(0, months.size() - MONTHS_SHOWN);
        String text = table(ResultTables.MONTH_COLUMNS, months.subList(earlier, months.size()))
                .toString();
        return earlier == 0 ? text : text + "\n(" + earlier + " earlier months are in reports)";
    }

    private static TextTable table(List<String> columns, List<List<String>> rows) {
        TextTable table = new TextTable(columns.getFirst())
                .withNumbers(columns.subList(1, columns.size()).toArray(String[]::new));
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        return table;
    }
}
