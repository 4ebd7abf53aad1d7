package ai.backtestr.desktop.sql;

import ai.backtestr.desktop.output.PlacedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The statements that were run, the latest first, kept in a file. Each stands there once. Any thread; reading and
/// writing wait for the disk.
final class SqlHistory {
    static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SqlHistory.class);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Path file;
    private final List<String> statements = new ArrayList<>();

    private boolean isRead;

    /// The history kept in that folder. It is read when it is first asked for; a file that is not understood counts as
    /// empty, and is replaced by the next statement.
    SqlHistory(Path folder) {
        file = folder.resolve("sql-history.json");
    }

    private void read() {
        if (isRead) {
            return;
        }
        isRead = true;
        try {
            if (Files.exists(file)) {
                statements.addAll(MAPPER.readValue(Files.readAllBytes(file), new TypeReference<List<String>>() {}));
            }
        } catch (IOException | JacksonException e) {
            LOG.warn("{} is not understood; the history of statements begins anew", file, e);
        }
    }

    /// Puts a statement first, and keeps it.
    ///
    /// @throws ai.backtestr.desktop.problem.ProblemException if it cannot be kept
    synchronized void add(String statement) {
        read();
        statements.remove(statement);
        statements.addFirst(statement);
        while (statements.size() > MOST) {
            statements.removeLast();
        }
        PlacedFile.write(file, MAPPER.writeValueAsBytes(statements));
    }

    /// Returns the statements, the latest first.
    synchronized List<String> statements() {
        read();
        return List.copyOf(statements);
    }
}
