package ai.backtestr.desktop.userstrategy;

import ai.backtestr.desktop.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/// A strategy for users to begin with.
final class StrategyTemplate {
    private static final String TEMPLATE = "template.txt";

    private StrategyTemplate() {}

    static Path write(Path folder, String name) {
        String className = className(name);
        Path file = folder.resolve(className + ".java");
        String text = text().replace("@class@", className)
                .replace("@name@", SourceFile.strategyName(file))
                .replace("@title@", SourceFile.strategyName(file).replace('-', ' '));
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new ProblemException(file + " exists already; take another name", e);
        } catch (IOException e) {
            throw ProblemException.of(file + " cannot be written", e);
        }
    }

    private static String className(String name) {
        String joined = Arrays.stream(name.split("-", -1))
                .map(word -> word.isEmpty() ? "-" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        if (!SourceVersion.isIdentifier(joined) || SourceVersion.isKeyword(joined) || joined.length() > 64) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot name a strategy; take words of letters and digits like my-cross");
        }
        return joined;
    }

    private static String text() {
        try (InputStream in = StrategyTemplate.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("the program's own " + TEMPLATE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + TEMPLATE + " cannot be read", e);
        }
    }
}
