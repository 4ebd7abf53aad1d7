package ai.backtestr.desktop.home;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The latest lines of the log, in memory. Any thread.
public final class RecentLog extends AppenderBase<ILoggingEvent> {
    /// How many lines are kept.
    public static final int MOST = 5000;

    private final ArrayDeque<LogLine> lines = new ArrayDeque<>(); // guarded by itself
    private long next; // guarded by lines
    private volatile Runnable listener = () -> {};

    RecentLog() {}

    /// Sets who hears of new lines, on the thread that logs: it has to be quick.
    public void onLine(Runnable heard) {
        listener = heard;
    }

    @Override
    protected void append(ILoggingEvent event) {
        synchronized (lines) {
            if (lines.size() == MOST) {
                lines.removeFirst();
            }
            lines.add(line(event, next++));
        }
        listener.run();
    }

    private static LogLine line(ILoggingEvent event, long number) {
        String logger = event.getLoggerName();
        IThrowableProxy thrown = event.getThrowableProxy();
        return new LogLine(
                number,
                event.getInstant(),
                level(event.getLevel()),
                event.getThreadName(),
                logger.substring(logger.lastIndexOf('.') + 1),
                event.getFormattedMessage(),
                thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }

    private static LogLine.Level level(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> LogLine.Level.ERROR;
            case Level.WARN_INT -> LogLine.Level.WARN;
            case Level.INFO_INT -> LogLine.Level.INFO;
            default -> LogLine.Level.DEBUG;
        };
    }

    /// Returns the lines from that number on, the oldest first.
    public List<LogLine> from(long number) {
        synchronized (lines) {
            List<LogLine> found = new ArrayList<>();
            for (LogLine line : lines) {
                if (line.number() >= number) {
                    found.add(line);
                }
            }
            return found;
        }
    }
}
