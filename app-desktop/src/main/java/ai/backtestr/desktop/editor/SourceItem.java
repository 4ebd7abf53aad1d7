package ai.backtestr.desktop.editor;

import ai.backtestr.desktop.userstrategy.OwnStrategy;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A strategy in the list beside the code.
///
/// @param name what it is picked by
/// @param title what it is shown as
/// @param file where its source lies; null of one that comes with the product
/// @param broken whether its source on file cannot be used
record SourceItem(String name, String title, @Nullable Path file, boolean broken) {
    static SourceItem of(StrategyDefinition builtIn) {
        return new SourceItem(builtIn.name(), builtIn.title(), null, false);
    }

    static SourceItem of(OwnStrategy own) {
        return new SourceItem(
                own.name(),
                String.valueOf(own.file().getFileName()),
                own.file(),
                !own.problems().isEmpty());
    }
}
