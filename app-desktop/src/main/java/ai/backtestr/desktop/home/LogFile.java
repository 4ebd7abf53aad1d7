package ai.backtestr.desktop.home;

import ai.backtestr.desktop.problem.ProblemException;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/// The log of a home folder, written to while it is open. It is kept to a few megabytes.
public final class LogFile implements AutoCloseable {
    private static final String MAX_SIZE = "2MB";
    private static final int OLD_FILES = 2;

    private final Path path;
    private final Logger root;
    private final RollingFileAppender<ILoggingEvent> appender;
    private final RecentLog recent;

    private LogFile(Path path, Logger root, RollingFileAppender<ILoggingEvent> appender, RecentLog recent) {
        this.path = path;
        this.root = root;
        this.appender = appender;
        this.recent = recent;
    }

    /// Opens the log, making folders as needed.
    ///
    /// @throws ProblemException if the folder cannot be made or written
    public static LogFile open(HomeFolder home) {
        Path path = home.logs().resolve("backtestr.log");
        try {
            Files.createDirectories(home.logs());
            Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
        } catch (IOException e) {
            throw ProblemException.of(home.path() + ": the home folder cannot be written", e);
        }
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        RollingFileAppender<ILoggingEvent> appender = appender(context, path);
        root.addAppender(appender);
        RecentLog recent = new RecentLog();
        recent.setContext(context);
        recent.start();
        root.addAppender(recent);
        return new LogFile(path, root, appender, recent);
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path path) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{\"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'\", UTC} %-5level [%thread] %logger - %msg%n");
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(path.toString());
        appender.setEncoder(encoder);
        keepSmall(appender, context, path);
        appender.start();
        return appender;
    }

    private static void keepSmall(RollingFileAppender<ILoggingEvent> appender, LoggerContext context, Path path) {
        FixedWindowRollingPolicy oldFiles = new FixedWindowRollingPolicy();
        oldFiles.setContext(context);
        oldFiles.setParent(appender);
        oldFiles.setFileNamePattern(path + ".%i");
        oldFiles.setMinIndex(1);
        oldFiles.setMaxIndex(OLD_FILES);
        oldFiles.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> whenLarge = new SizeBasedTriggeringPolicy<>();
        whenLarge.setContext(context);
        whenLarge.setMaxFileSize(FileSize.valueOf(MAX_SIZE));
        whenLarge.start();
        appender.setRollingPolicy(oldFiles);
        appender.setTriggeringPolicy(whenLarge);
    }

    /// Returns where it lies.
    public Path path() {
        return path;
    }

    /// Returns what was logged since it was opened, the latest of it.
    public RecentLog recent() {
        return recent;
    }

    /// Has the program's own steps logged from now on too, or no longer.
    public void setDetailed(boolean detailed) {
        root.setLevel(detailed ? Level.DEBUG : Level.INFO);
    }

    @Override
    public void close() {
        root.detachAppender(recent);
        recent.stop();
        root.detachAppender(appender);
        appender.stop();
    }
}
