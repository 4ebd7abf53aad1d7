package ai.backtestr.desktop.problem;

import ai.backtestr.data.store.StoreException;
import ai.backtestr.engine.run.StrategyException;
import ai.backtestr.engine.tick.TickSourceException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says in one line, fit to be shown to the user, what could not be done, why, and what helps.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProblemException(String message) {
        super(message);
    }

    public ProblemException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// Tells what could not be done with a file or folder: `what` is followed by the reason and the way out.
    public static ProblemException of(String what, IOException e) {
        return new ProblemException(what + " (" + reason(e) + "); choose another place or free this one", e);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof NotDirectoryException) {
            return "a part of the path is not a folder";
        }
        if (e instanceof FileSystemException broken && broken.getReason() != null) {
            return broken.getReason();
        }
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("not enough space")) {
            return "the disk is full";
        }
        return e.getClass().getSimpleName() + ": " + message;
    }

    /// Returns the line to show for an exception that came about by what the user asked for or by the state of the
    /// machine; nothing if it is a defect of the program.
    public static Optional<String> explain(Throwable e) {
        boolean known = e instanceof ProblemException
                || e instanceof StoreException
                || e instanceof TickSourceException
                || e instanceof StrategyException;
        if (known && e.getMessage() != null) {
            return Optional.of(e.getMessage());
        }
        return e instanceof OutOfMemoryError
                ? Optional.of("there is not enough memory; narrow the time range, or give more with"
                        + " BACKTESTR_JAVA_OPTS=-Xmx8g")
                : Optional.empty();
    }
}
