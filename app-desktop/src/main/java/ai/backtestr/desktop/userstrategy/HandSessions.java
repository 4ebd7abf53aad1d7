package ai.backtestr.desktop.userstrategy;

import ai.backtestr.desktop.problem.ProblemException;
import ai.backtestr.engine.replay.HandJournal;
import ai.backtestr.engine.replay.HandTraded;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

/// What was done by hand in replays, a file a session, named by its content: the strategy that ran along in the
/// first line, then what was done after which tick.
///
/// @param folder where the files are; it need not exist
record HandSessions(Path folder) {
    private static final String STRATEGY = "strategy,";
    private static final String PREFIX = HandTraded.BY_HAND + "-";

    static boolean isSession(String name) {
        return name.startsWith(PREFIX);
    }

    /// Writes what was done by hand, unless it is nothing or is written already.
    void keep(StrategyDefinition strategy, HandJournal journal) {
        if (journal.isEmpty()) {
            return;
        }
        Path file = file(HandTraded.nameOf(strategy, journal));
        try {
            Files.createDirectories(folder);
            Path part = Files.writeString(
                    folder.resolve(file.getFileName() + ".part"), STRATEGY + strategy.name() + "\n" + journal.text());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw ProblemException.of(file + " cannot be written", e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".csv");
    }

    /// Returns the strategy that does what was done in a session.
    ///
    /// @param strategies where the strategy that ran along is looked up
    /// @throws IllegalArgumentException if there is no such session or its file is damaged
    StrategyDefinition named(String name, Function<String, StrategyDefinition> strategies) {
        Path file = file(name);
        try {
            String text = Files.readString(file);
            int end = text.indexOf('\n');
            if (!text.startsWith(STRATEGY) || end < 0) {
                throw new IllegalArgumentException(file + ":1: not '" + STRATEGY + "NAME'");
            }
            StrategyDefinition along = strategies.apply(text.substring(STRATEGY.length(), end));
            return HandTraded.definition(name, along, HandJournal.parse(text.substring(end + 1)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "no session is called '" + name + "'; those there are lie in " + folder, e);
        }
    }
}
