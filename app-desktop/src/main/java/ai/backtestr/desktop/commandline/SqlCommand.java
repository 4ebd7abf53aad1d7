package ai.backtestr.desktop.commandline;

import ai.backtestr.data.store.QueryResult;
import ai.backtestr.desktop.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Asks the database.
@Command(
        name = "sql",
        description = {
            "Runs a SELECT on the database of ticks; it cannot change anything.",
            "'backtestr sql \"SHOW TABLES\"' and 'backtestr sql \"DESCRIBE tick\"' tell what there is."
        })
final class SqlCommand implements Runnable {
    private final CommandSession session;

    @Parameters(arity = "1", paramLabel = "SELECT", description = "The statement, in quotes.")
    private String statement = "";

    @ArgGroup
    private @Nullable RowForm form;

    SqlCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public void run() {
        session.read(this::print);
    }

    private void print() {
        try (Workspace workspace = session.openWorkspace();
                QueryResult rows = workspace.store().query(statement)) {
            QueryPrinter printer = new QueryPrinter(rows, session.terminal());
            if (form != null && form.json) {
                printer.json();
            } else if (form != null && form.csv) {
                printer.csv();
            } else {
                printer.table();
            }
        }
    }
}
