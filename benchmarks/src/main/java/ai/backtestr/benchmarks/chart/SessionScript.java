package ai.backtestr.benchmarks.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The recorded session, action by action.
final class SessionScript {
    private static final String RESOURCE = "session.txt";

    private SessionScript() {}

    /// One line of the session.
    ///
    /// @param name what is done
    /// @param frames in how many frames
    /// @param arguments the rest of the line
    record Action(String name, int frames, List<String> arguments) {
        double number(int index) {
            return Double.parseDouble(arguments.get(index));
        }
    }

    static List<Action> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SessionScript.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(SessionScript::action)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Action action(String line) {
        List<String> words = List.of(line.trim().split(" +"));
        boolean atOnce = words.getFirst().equals("timeframe");
        return new Action(
                words.getFirst(),
                atOnce ? 1 : Integer.parseInt(words.get(1)),
                words.subList(atOnce ? 1 : 2, words.size()));
    }
}
