package ai.backtestr.desktop.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The sources of the strategies that come with the product, which the build puts beside the classes.
final class BuiltInSource {
    private static final String FOLDER = "/sources/ai/backtestr/engine/strategy/builtin/";

    private BuiltInSource() {}

    /// Returns the source of one of them.
    ///
    /// @param strategy what it is picked by
    static String of(String strategy) {
        String name = className(strategy) + ".java";
        try (InputStream in = BuiltInSource.class.getResourceAsStream(FOLDER + name)) {
            return in == null
                    ? "// The source of " + strategy + ", " + name + ", is not part of this build.\n"
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(String strategy) {
        return switch (strategy) {
            case "market-maker" -> "PassiveMarketMaker";
            case "spread-grid" -> "SpreadAwareGrid";
            default ->
                Arrays.stream(strategy.split("-", -1))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
        };
    }
}
