package ai.backtestr.desktop.userstrategy;

import java.time.Duration;

/// Says that a strategy did not come back from a call and was stopped. Its stack trace is that of the strategy at
/// the time.
final class RunawayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunawayException(String call, Duration limit, StackTraceElement[] place) {
        super(call + " did not return within " + limit.toMillis() / 1000.0 + " s and was stopped");
        setStackTrace(place);
    }
}
