package ai.backtestr.desktop.window;

import ai.backtestr.desktop.help.GuidePages;
import ai.backtestr.desktop.layout.DefaultLayout;

/// Which page of the guide tells of which part of the window.
final class HelpTopics {
    private HelpTopics() {}

    /// @param part by the name that layouts know it by
    static String of(String part) {
        return switch (part) {
            case DefaultLayout.INSTRUMENTS -> "guide/instruments.md";
            case DefaultLayout.STRATEGY -> "guide/strategies.md";
            case DefaultLayout.STATISTICS -> "guide/statistics.md";
            case DefaultLayout.EXPLANATION -> "guide/honesty.md#why-a-fill-is-as-it-is";
            case DefaultLayout.ORDERS, DefaultLayout.FILLS, DefaultLayout.TRADES -> "guide/orders.md";
            case DefaultLayout.CODE -> "guide/editor.md";
            case DefaultLayout.QUALITY -> "guide/import.md#quality";
            case DefaultLayout.TASKS, DefaultLayout.LOG -> GuidePages.FIRST + "#background-tasks-and-the-log";
            case DefaultLayout.SQL,
                    DefaultLayout.EQUITY,
                    DefaultLayout.PERFORMANCE,
                    DefaultLayout.TICKS,
                    DefaultLayout.BARS,
                    DefaultLayout.HELP -> GuidePages.FIRST + "#" + part;
            default -> part.startsWith(DefaultLayout.BOARDS) ? GuidePages.FIRST + "#chart" : GuidePages.FIRST;
        };
    }
}
