package ai.backtestr.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One line of `order-cases.txt`; how it is written stands at the top of that file.
///
/// @param name what it is called
/// @param settings settings by name
/// @param ticks the ticks, in words
/// @param actions what the strategy does, each with the number of the tick it does it on
/// @param expected what must happen, and figures that must come out
/// @param because why
record OrderCase(
        String name,
        Map<String, String> settings,
        List<String> ticks,
        List<String> actions,
        List<String> expected,
        String because) {

    static List<OrderCase> read(String text) {
        List<OrderCase> cases = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                cases.add(parse(line));
            }
        }
        return cases;
    }

    private static OrderCase parse(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::trim).toList();
        if (cells.size() != 6) {
            throw new IllegalArgumentException("six columns, not " + cells.size() + ": " + line);
        }
        Map<String, String> settings = new HashMap<>();
        for (String setting : parts(cells.get(1), " ")) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new OrderCase(
                cells.get(0),
                settings,
                parts(cells.get(2), " "),
                parts(cells.get(3), ";"),
                parts(cells.get(4), ";"),
                cells.get(5));
    }

    private static List<String> parts(String cell, String separator) {
        return Arrays.stream(cell.split(separator, -1))
                .map(String::trim)
                .filter(part -> !part.isEmpty() && !part.equals("-"))
                .toList();
    }

    String setting(String key, String otherwise) {
        return settings.getOrDefault(key, otherwise);
    }

    @Override
    public String toString() {
        return name;
    }
}
