package ai.backtestr.desktop.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;

/// A file of the program's own that cannot be understood. Any thread.
public final class DamagedFile {
    private DamagedFile() {}

    /// Moves it aside, to its name with `.damaged` at the end.
    ///
    /// @param reason why it is not understood
    /// @param instead what is done without it
    /// @return what the user is told
    public static String moveAside(Path path, RuntimeException reason, String instead) {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged");
        String problem = path + " is not understood (" + inWords(reason) + "); " + instead;
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            return problem + " and it is kept as " + aside.getFileName();
        } catch (IOException e) {
            return problem + "; it cannot be moved aside (" + e + ")";
        }
    }

    /// Returns what is wrong without where in the program and in the text it was found.
    private static String inWords(RuntimeException reason) {
        Throwable cause = reason.getCause() == null ? reason : reason.getCause();
        String message = cause instanceof JacksonException broken ? broken.getOriginalMessage() : cause.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
