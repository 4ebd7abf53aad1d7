package ai.backtestr.desktop.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The pages of the guide, as they come with the program. Any thread.
public final class GuidePages {
    /// The page that is shown first.
    public static final String FIRST = "guide/window.md";

    /// A page.
    ///
    /// @param path where it lies, such as `guide/window.md`
    /// @param title what it is called
    public record Page(String path, String title) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static final List<Page> PAGES = List.of(
            new Page(FIRST, "The window"),
            new Page("guide/first-hour.md", "The first hour"),
            new Page("guide/keys.md", "Keys"),
            new Page("guide/import.md", "Import"),
            new Page("guide/instruments.md", "Instruments"),
            new Page("guide/bars.md", "Bars"),
            new Page("guide/indicators.md", "Indicators"),
            new Page("guide/strategies.md", "Strategies"),
            new Page("guide/editor.md", "Code pane"),
            new Page("guide/orders.md", "Orders"),
            new Page("guide/portfolios.md", "Several instruments"),
            new Page("guide/statistics.md", "Statistics"),
            new Page("guide/honesty.md", "Believing a result"),
            new Page("guide/believing.md", "What is claimed, and how to check it"),
            new Page("guide/command-line.md", "Command line"),
            new Page("CHANGELOG.md", "Changes"));

    private GuidePages() {}

    /// Returns the pages that are listed.
    public static List<Page> all() {
        return PAGES;
    }

    /// Returns the text of a page; nothing if there is no such page.
    public static Optional<String> text(String path) {
        try (InputStream in = GuidePages.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + path + " cannot be read", e);
        }
    }

    /// Returns the listed pages that contain all the words, whatever the case.
    public static List<Page> find(String words) {
        List<String> wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return PAGES.stream()
                .filter(page -> {
                    String text = (page.title() + "\n" + text(page.path()).orElse("")).toLowerCase(Locale.ROOT);
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    /// Returns where a link of a page leads, without what follows `#`.
    ///
    /// @param from the page
    /// @param link as it stands there; empty for the page itself
    static String resolve(String from, String link) {
        if (link.isEmpty()) {
            return from;
        }
        Deque<String> parts = new ArrayDeque<>(List.of(from.split("/")));
        parts.removeLast();
        for (String part : List.of(link.split("/"))) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", new ArrayList<>(parts));
    }
}
