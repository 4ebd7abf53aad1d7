package ai.backtestr.engine.run;

import ai.backtestr.engine.time.Times;

/// Says that a strategy threw, on which tick.
public final class StrategyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StrategyException(String strategy, long tick, long timeNs, RuntimeException cause) {
        super(
                "strategy " + strategy + " failed on tick " + tick + " (" + Times.format(timeNs) + "): " + place(cause)
                        + cause,
                cause);
    }

    private static String place(RuntimeException cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length == 0 ? "" : trace[0].getFileName() + ":" + trace[0].getLineNumber() + ": ";
    }
}
