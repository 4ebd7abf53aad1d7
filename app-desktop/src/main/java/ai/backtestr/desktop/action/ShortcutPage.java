package ai.backtestr.desktop.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCombination;

/// The keys of a registry, by menus and parts of the window.
public final class ShortcutPage {
    /// A line of it.
    ///
    /// @param keys what is pressed
    /// @param does what comes of it
    public record Line(String keys, String does) {}

    private ShortcutPage() {}

    /// Returns the lines under the title they belong to; all keys there are, and each once.
    public static Map<String, List<Line>> lines(ActionRegistry actions) {
        Map<String, List<Line>> all = new LinkedHashMap<>();
        for (UserAction action : actions.all()) {
            if (!action.keys().isEmpty()) {
                all.computeIfAbsent(action.group().title(), title -> new ArrayList<>())
                        .add(new Line(action.keysText(), action.name()));
            }
        }
        for (LocalKey key : actions.local()) {
            all.computeIfAbsent("In the " + key.part(), title -> new ArrayList<>())
                    .add(new Line(text(key.keys()), key.does()));
        }
        return all;
    }

    private static String text(KeyCombination keys) {
        return keys.getDisplayText();
    }

    /// Returns a page for a browser, to print from there.
    public static String html(ActionRegistry actions) {
        StringBuilder page = new StringBuilder(HEAD);
        lines(actions).forEach((title, lines) -> {
            page.append("<section><h2>").append(escape(title)).append("</h2><table>\n");
            lines.forEach(line -> page.append("<tr><td><kbd>")
                    .append(escape(line.keys()))
                    .append("</kbd></td><td>")
                    .append(escape(line.does()))
                    .append("</td></tr>\n"));
            page.append("</table></section>\n");
        });
        return page.append("</main></body></html>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>BackTestr: shortcuts</title>
            <style>
            body { font: 12px/1.5 system-ui, sans-serif; margin: 2em; }
            main { columns: 20em; column-gap: 3em; }
            section { break-inside: avoid; margin-bottom: 1.5em; }
            h2 { font-size: 13px; border-bottom: 1px solid; margin: 0 0 .4em; }
            td { vertical-align: top; padding: 0 .8em .2em 0; }
            kbd { font: 12px monospace; white-space: nowrap; }
            </style></head><body><h1>BackTestr: shortcuts</h1><main>
            """;
}
