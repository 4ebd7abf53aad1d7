package ai.backtestr.desktop.window;

import java.nio.file.Path;
import java.util.Locale;

/// Guesses from the name of a file what instrument it is of.
final class SymbolSuggestion {
    private SymbolSuggestion() {}

    /// Returns the letters and digits that the file's name begins with, as a symbol in capitals: `EURUSD` of
    /// `eurusd-ticks.csv`.
    static String of(Path file) {
        String name = String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT);
        int end = 0;
        while (end < name.length() && Character.isLetterOrDigit(name.charAt(end))) {
            end++;
        }
        return name.substring(0, Math.min(end, 64));
    }
}
