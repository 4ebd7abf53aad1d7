package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.performance.MonitorRecording;
import ai.backtestr.desktop.performance.MonitorText;
import ai.backtestr.desktop.workspace.RunResources;
import ai.backtestr.desktop.workspace.Workspace;
import ai.backtestr.engine.monitor.Monitor;
import ai.backtestr.engine.monitor.Target;
import ai.backtestr.engine.thread.RunThreads;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whether a run is watched.
final class MonitorOptions {
    @Option(
            names = "--monitor",
            description = "Watch the run: a line of figures each second, and at the end all of them beside their"
                    + " targets.")
    private boolean monitored;

    @Option(
            names = "--monitor-file",
            paramLabel = "FILE",
            description = "Watch the run and write the figures of each second to this CSV file.")
    private @Nullable Path file;

    /// Does `work` on `workspace`, watched if that was asked for. Figures go where messages go.
    void watch(Workspace workspace, RunThreads threads, Terminal terminal, Runnable work) {
        if (!monitored && file == null) {
            workspace.use(new RunResources(threads, null));
            work.run();
            return;
        }
        try (Monitor monitor = new Monitor(Target.DEFAULTS);
                MonitorRecording _ = file == null ? null : MonitorRecording.to(file, monitor);
                Monitor.Watch _ = monitor.watchGcPauses();
                Monitor.Watch _ = monitor.onSecond(now -> terminal.message(Monitor.line(now)))) {
            workspace.use(new RunResources(threads, monitor));
            work.run();
            monitor.update();
            terminal.err().print(table(monitor));
            terminal.err().flush();
        }
    }

    private static String table(Monitor monitor) {
        TextTable table = new TextTable("metric").withNumbers("median", "99 %", "longest", "times", "target", "");
        MonitorText.rows(monitor.totals(), monitor).forEach(row -> table.row(row.toArray(String[]::new)));
        return table + "\n";
    }
}
