package ai.backtestr.desktop.report;

import ai.backtestr.engine.honesty.Verdict;

/// What one check found about a run.
///
/// @param id what the check is called in files
/// @param title what it is shown as
/// @param verdict what it comes to
/// @param text what was found, in words and figures
public record Finding(String id, String title, Verdict verdict, String text) {}
