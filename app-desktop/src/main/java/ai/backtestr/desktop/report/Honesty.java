package ai.backtestr.desktop.report;

import ai.backtestr.engine.honesty.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the checks of a run came to.
///
/// @param findings one for each check; empty if none was made
/// @param sensitivity the run itself, then with its assumptions less kind; empty if those were not run
/// @param interrupted whether the user ended the checks before all were made
public record Honesty(List<Finding> findings, List<SensitivityRow> sensitivity, boolean interrupted) {
    /// No check was made.
    public static final Honesty UNCHECKED = new Honesty(List.of(), List.of());

    /// Checks that came to their end.
    public Honesty(List<Finding> findings, List<SensitivityRow> sensitivity) {
        this(findings, sensitivity, false);
    }

    public Honesty {
        findings = List.copyOf(findings);
        sensitivity = List.copyOf(sensitivity);
    }

    /// Returns the worst verdict of all.
    public Verdict verdict() {
        for (Verdict verdict : List.of(Verdict.FAILED, Verdict.DOUBTFUL, Verdict.PASSED)) {
            if (findings.stream().anyMatch(finding -> finding.verdict() == verdict)) {
                return verdict;
            }
        }
        return Verdict.NOT_CHECKED;
    }

    /// Returns what to say first about the run, in a sentence.
    public String headline() {
        String unmade =
                interrupted ? "The checks were interrupted. Not made: " + titles(Verdict.NOT_CHECKED) + ". " : "";
        return unmade + ofVerdict();
    }

    private String ofVerdict() {
        return switch (verdict()) {
            case FAILED -> "Do not trust this result yet. Failed: " + titles(Verdict.FAILED) + ".";
            case DOUBTFUL -> "Look closer before trusting this result. Doubtful: " + titles(Verdict.DOUBTFUL) + ".";
            case PASSED ->
                interrupted
                        ? "The others found nothing that speaks against this result."
                        : "Nothing found that speaks against this result.";
            case NOT_CHECKED -> "This result was not checked.";
        };
    }

    private String titles(Verdict verdict) {
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(finding -> finding.title().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /// Returns a verdict in a word.
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "ok";
            case DOUBTFUL -> "doubtful";
            case FAILED -> "FAILED";
            case NOT_CHECKED -> "not checked";
        };
    }
}
