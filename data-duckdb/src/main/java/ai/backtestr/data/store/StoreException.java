package ai.backtestr.data.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Says in one line, fit to be shown to the user, what could not be done with the store or a file, why, and what
/// helps.
public sealed class StoreException extends RuntimeException permits OverlapException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static StoreException ofSql(SQLException e) {
        return new StoreException(SqlErrors.oneLine(e), e);
    }
}
