package ai.backtestr.desktop.window;

import ai.backtestr.desktop.action.ActionGroup;
import ai.backtestr.desktop.action.ActionRegistry;
import ai.backtestr.desktop.action.UserAction;
import ai.backtestr.desktop.help.GuidePages;
import ai.backtestr.desktop.layout.DefaultLayout;

/// What can be done around the work itself: background tasks, the log, settings and help.
final class ServiceActions {
    private ServiceActions() {}

    static void add(ActionRegistry all, WorkbenchWindow window) {
        all.add(
                UserAction.of(
                                "quality.show",
                                ActionGroup.TOOLS,
                                "Quality",
                                "Where the data of the instrument stands out: spikes, gaps, rejected rows and more",
                                window::showQuality)
                        .on("Shortcut+Shift+G"),
                UserAction.of(
                                "tasks.show",
                                ActionGroup.TOOLS,
                                "Background tasks",
                                "What runs in the background, how far it is, and how it ended",
                                () -> window.docks().open(DefaultLayout.TASKS))
                        .on("Shortcut+Shift+J", "Alt+Shift+4"),
                UserAction.of(
                                "log.show",
                                ActionGroup.TOOLS,
                                "Log",
                                "What the program logs, as it does",
                                () -> window.docks().open(DefaultLayout.LOG))
                        .on("Shortcut+Shift+L", "Alt+Shift+5"),
                UserAction.of(
                                "error.details",
                                ActionGroup.TOOLS,
                                "Details of the error",
                                "What is known of the error in the bottom line, to be copied, and ways to the log",
                                window::showErrorDetails)
                        .when(window.workbench().tasks().failed()),
                UserAction.of(
                                "settings.show",
                                ActionGroup.TOOLS,
                                "Settings…",
                                "Theme, colours, size of text, default account, threads, memory and folders",
                                window::showPreferences)
                        .on("Shortcut+Comma"),
                UserAction.of(
                                "help.guide",
                                ActionGroup.HELP,
                                "Guide",
                                "How everything is used, to be read in the window",
                                () -> window.showHelp(GuidePages.FIRST))
                        .on("Alt+Shift+7"),
                UserAction.of(
                                "help.part",
                                ActionGroup.HELP,
                                "Help on this part",
                                "The page of the guide on the part that was used last",
                                window::showHelpOnPart)
                        .on("Shift+F1"),
                UserAction.of(
                        "help.tour",
                        ActionGroup.HELP,
                        "Tour of the window",
                        "Notes beside the parts of the window, from the first",
                        window.tour()::start),
                UserAction.of(
                                "help.next",
                                ActionGroup.HELP,
                                "Next stop of the tour",
                                "Goes on with the tour",
                                window.tour()::next)
                        .on("F8")
                        .when(window.tour().running()),
                UserAction.of(
                                "help.back",
                                ActionGroup.HELP,
                                "Previous stop of the tour",
                                "Goes back in the tour",
                                window.tour()::back)
                        .on("Shift+F8")
                        .when(window.tour().running()),
                UserAction.of(
                                "help.silent",
                                ActionGroup.HELP,
                                "Do not show the tour again",
                                "Ticks or unticks that in the tour",
                                window.tour()::switchSilent)
                        .on("Shortcut+F8")
                        .when(window.tour().running()),
                UserAction.of(
                        "help.about",
                        ActionGroup.HELP,
                        "About BackTestr…",
                        "Versions, and the licences of what it is built on",
                        window::showAbout));
    }
}
