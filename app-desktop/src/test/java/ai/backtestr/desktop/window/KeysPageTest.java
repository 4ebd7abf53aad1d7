package ai.backtestr.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import ai.backtestr.desktop.action.ActionRegistry;
import ai.backtestr.desktop.action.ShortcutPage;
import ai.backtestr.desktop.help.GuidePages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The page of the guide on keys tells the keys that there are, each and no other.
class KeysPageTest {
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void shouldTellEveryKeyAndNoOther(@TempDir Path home) {
        try (TestWindow window = new TestWindow(home)) {
            assertThat(told(GuidePages.text("guide/keys.md").orElseThrow()))
                    .isEqualTo(registered(window.window().actions()));
        }
    }

    private static List<String> registered(ActionRegistry actions) {
        List<String> lines = new ArrayList<>();
        ShortcutPage.lines(actions).forEach((title, keys) -> {
            lines.add("## " + title);
            keys.forEach(line -> lines.add("| " + line.keys() + " | " + line.does() + " |"));
        });
        return lines;
    }

    /// The titles and rows of the page; lines of words do not count.
    private static List<String> told(String page) {
        return page.lines()
                .filter(line -> line.startsWith("## ") || line.startsWith("| "))
                .filter(line -> !line.equals("| | |"))
                .toList();
    }
}
