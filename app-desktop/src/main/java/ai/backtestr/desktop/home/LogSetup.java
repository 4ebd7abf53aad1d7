package ai.backtestr.desktop.home;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/// Sets logging up to go nowhere until a [LogFile] is opened: the terminal belongs to the user's results, and where
/// the log lies is known only once the home folder is.
public final class LogSetup extends ContextAwareBase implements Configurator {
    /// Called by the logging library, once.
    public LogSetup() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
