package ai.backtestr.desktop.hour;

import ai.backtestr.desktop.chart.FxThread;
import java.nio.file.Path;
import java.util.Locale;

/// The first hour in a process with the options of the packaged program, at the pace of somebody quick; see
/// [PackagedHourTest].
final class PackagedHour {
    private static final long REST_MS = 1500;

    private PackagedHour() {}

    /// Reads from `hour.home` and `hour.ticks` which folders to use. Ends with 1 where the hour could not be lived.
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH);
        System.setProperty("backtestr.browser", "true"); // a program that does nothing
        int status = 1;
        FxThread.startWithWindows();
        FxWatch watch = new FxWatch(REST_MS);
        try {
            new FirstHour(folder("hour.home"), folder("hour.ticks"), watch).live();
            status = 0;
        } catch (Exception | Error e) {
            System.getLogger(PackagedHour.class.getName()).log(System.Logger.Level.ERROR, "it ended early", e);
        } finally {
            watch.close();
            System.out.println(watch.table());
        }
        System.exit(status);
    }

    private static Path folder(String property) {
        return Path.of(System.getProperty(property));
    }
}
