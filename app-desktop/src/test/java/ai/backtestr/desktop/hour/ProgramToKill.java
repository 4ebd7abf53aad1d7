package ai.backtestr.desktop.hour;

import ai.backtestr.desktop.chart.FxThread;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;

/// The real program as a process of its own, without a display, that does one thing after the other until it is
/// killed. `BEGIN` on its standard output says that it has saved what must not be lost and is at that thing now.
final class ProgramToKill {
    /// What it is at.
    enum Work {
        IMPORTING("Importing"),
        RUNNING(" on BTCUSD"),
        REPORTING("Reporting on BTCUSD"),
        SAVING_SETTINGS("");

        private final String noted;

        Work(String noted) {
            this.noted = noted;
        }

        /// Part of what the next start says was cut off, if it was cut off.
        String noted() {
            return noted;
        }
    }

    private ProgramToKill() {}

    /// Opens it and goes to work.
    ///
    /// @param arguments the home folder, the work, and where recorded ticks lie
    public static void main(String[] arguments) {
        try {
            FxThread.startWithWindows();
            RunningProgram.start(Path.of(arguments[0]));
            Hands.await("the window", Hands::hasMain);
            Hands.awaitText("message", "100,000 ticks in");
            Hands.press("Alt+I");
            Hands.awaitText("message", "Kept as run");
            Work work = Work.valueOf(arguments[1]);
            if (work == Work.IMPORTING) {
                openImport(Path.of(arguments[2]));
            }
            System.out.println("BEGIN");
            for (int i = 0; ; i++) {
                go(work, i);
            }
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void openImport(Path ticks) {
        Hands.drop(List.of(ticks));
        Hands.await("the dialog", () -> Hands.has("import-dialog"));
        Hands.type("import-symbol", "EURUSD");
        Hands.type("import-zone", "-05:00");
        Hands.await(
                "the first rows",
                () -> !Hands.<TableView<?>>node("preview-rows").getItems().isEmpty());
    }

    private static void go(Work work, int round) {
        switch (work) {
            case IMPORTING -> {
                if (round == 0) {
                    Hands.click("start-import");
                }
                Hands.rest(20);
            }
            case RUNNING -> {
                Hands.slide("slider-slow", 20 + round % 60);
                Hands.rest(5);
            }
            case REPORTING -> {
                if (round == 0) {
                    Hands.press("Shortcut+R");
                }
                Hands.rest(20);
            }
            case SAVING_SETTINGS -> {
                Hands.press("Shortcut+T");
                Hands.rest(501); // as long as the window waits before it saves
            }
        }
    }
}
