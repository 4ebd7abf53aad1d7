package ai.backtestr.desktop.commandline;

import picocli.CommandLine.Option;

/// How rows are printed, if not as a table.
final class RowForm {
    @Option(names = "--csv", description = "Print the rows as CSV.")
    boolean csv;

    @Option(names = "--json", description = "Print the rows as JSON.")
    boolean json;
}
