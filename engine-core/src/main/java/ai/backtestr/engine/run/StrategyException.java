package ai.backtestr.engine.run;

import ai.backtestr.engine.time.Times;
import java.util.Arrays;

/// Says that a strategy threw, on which tick.
public final class StrategyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StrategyException(String strategy, long tick, long timeNs, Throwable cause) {
        super(
                "strategy " + strategy + " failed on tick " + tick + " (" + Times.format(timeNs) + "): "
                        + place(cause.getStackTrace()) + cause,
                cause);
    }

    /// Returns where it was: the innermost call of classes that were loaded apart from the program, which are a
    /// user's, or else the innermost call of all.
    private static String place(StackTraceElement[] calls) {
        return Arrays.stream(calls)
                .filter(StrategyException::isApart)
                .findFirst()
                .or(() -> Arrays.stream(calls).findFirst())
                .map(call -> call.getFileName() + ":" + call.getLineNumber() + ": ")
                .orElse("");
    }

    private static boolean isApart(StackTraceElement call) {
        String loader = call.getClassLoaderName();
        return loader != null
                && call.getFileName() != null
                && !loader.equals("platform")
                && !loader.equals(StrategyException.class.getClassLoader().getName());
    }
}
