package ai.backtestr.engine.tick;

/// Says that ticks could not be read, from where, and why.
public final class TickSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TickSourceException(String message) {
        super(message);
    }

    public TickSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
