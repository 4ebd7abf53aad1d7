package ai.backtestr.desktop.window;

import ai.backtestr.desktop.dock.DockPane;
import ai.backtestr.desktop.dock.DockSide;
import ai.backtestr.desktop.dock.Docks;
import ai.backtestr.desktop.editor.CodePane;
import ai.backtestr.desktop.help.HelpPane;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.log.LogPane;
import ai.backtestr.desktop.performance.PerformanceView;
import ai.backtestr.desktop.sql.SqlConsole;
import ai.backtestr.desktop.tasklist.TaskListPane;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.monitor.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The parts of the window beside the charts. Each is made when it is first to be seen. FX thread only.
final class WindowParts {
    private final Docks docks;
    private final Workbench workbench;
    private final ResultParts results;
    private final MarketParts market;
    private final List<WindowPart> all = new ArrayList<>();
    private @Nullable HelpPane help;
    private final List<Runnable> closing = new ArrayList<>();

    WindowParts(Docks docks, Workbench workbench) {
        this.docks = docks;
        this.workbench = workbench;
        results = new ResultParts(workbench);
        market = new MarketParts(workbench);
    }

    /// Makes them known.
    ///
    /// @param instruments makes the list of instruments
    /// @param showChart brings up the active chart, which comes after the instruments
    /// @param code where strategies are written
    void add(Supplier<Node> instruments, Runnable showChart, CodePane code) {
        add(DefaultLayout.INSTRUMENTS, "Instruments", DockSide.LEFT, "#instrument-list", instruments);
        all.add(new WindowPart("Chart", showChart));
        add(DefaultLayout.STRATEGY, "Strategy", DockSide.RIGHT, "#strategy-choice", this::strategy);
        add(DefaultLayout.TRADES, "Trades", results::trades);
        add(DefaultLayout.ORDERS, "Orders", results::orders);
        add(DefaultLayout.FILLS, "Fills", results::fills);
        add(DefaultLayout.STATISTICS, "Statistics", results::statistics);
        add(DefaultLayout.EXPLANATION, "Why these fills", results::explanation);
        add(DefaultLayout.SQL, "SQL", this::sql);
        docks.add(new DockPane(DefaultLayout.CODE, "Code", DockSide.BOTTOM, () -> code).beginningAt("#code"));
        all.add(new WindowPart("Code", () -> docks.open(DefaultLayout.CODE)));
        add(DefaultLayout.TICKS, "Ticks", market::ticks);
        add(DefaultLayout.BARS, "Bars", market::bars);
        add(DefaultLayout.EQUITY, "Equity", results::equity);
        addClosed(DefaultLayout.QUALITY, "Quality", this::quality);
        Pages pages = new Pages(workbench);
        addClosed(
                DefaultLayout.TASKS,
                "Tasks",
                () -> new TaskListPane(workbench.tasks().list(), pages::showLogs));
        addClosed(DefaultLayout.LOG, "Log", () -> log(pages));
        docks.add(new DockPane(DefaultLayout.HELP, "Guide", DockSide.RIGHT, this::help));
        Monitor monitor = workbench.monitor();
        if (monitor != null) {
            addClosed(DefaultLayout.PERFORMANCE, "Performance", () -> performance(monitor));
        }
    }

    /// A part that no digit leads to.
    private void addClosed(String id, String title, Supplier<Node> content) {
        docks.add(new DockPane(id, title, DockSide.BOTTOM, content));
    }

    /// Returns the guide.
    HelpPane help() {
        HelpPane made = help;
        if (made == null) {
            made = new HelpPane(new Pages(workbench)::showLink);
            help = made;
        }
        return made;
    }

    private Node log(Pages pages) {
        LogPane pane = new LogPane(workbench.workspace().log(), pages::showLogs);
        closing.add(pane::close);
        return pane;
    }

    private void add(String id, String title, Supplier<Node> content) {
        docks.add(new DockPane(id, title, DockSide.BOTTOM, content));
        all.add(new WindowPart(title, () -> docks.open(id)));
    }

    /// @param first what has the keyboard first
    private void add(String id, String title, DockSide home, String first, Supplier<Node> content) {
        AtomicReference<@Nullable Node> made = new AtomicReference<>();
        docks.add(new DockPane(id, title, home, () -> {
            Node node = content.get();
            made.set(node);
            return node;
        }));
        all.add(new WindowPart(title, () -> {
            docks.open(id);
            Node part = made.get();
            Node wanted = part == null ? null : part.lookup(first);
            if (wanted != null) {
                wanted.requestFocus();
            }
        }));
    }

    private Node strategy() {
        return new StrategyPane(workbench);
    }

    private Node sql() {
        SqlConsole sql = new SqlConsole(workbench.workspace(), new SqlWork(workbench.tasks()), this::pointAt);
        workbench.moments().onClick(clicked -> goTo(sql, clicked));
        sql.opened();
        closing.add(sql::close);
        return sql;
    }

    /// A row of another instrument than that on screen is left alone.
    private void pointAt(Predicate<String> of, long timeNs) {
        StoredData data = workbench.symbol().get();
        if (data != null && of.test(data.instrument().symbol())) {
            workbench.moments().rowSelected(timeNs);
        }
    }

    private static void goTo(SqlConsole sql, Moments.Clicked clicked) {
        StoredData data = clicked.chart().instrument().get();
        if (data != null && sql.getScene() != null) {
            sql.goTo(data.instrument().symbol(), clicked.timeNs());
        }
    }

    private Node quality() {
        QualityPart quality = new QualityPart(workbench);
        closing.add(quality::close);
        return quality;
    }

    private Node performance(Monitor monitor) {
        PerformanceView view = new PerformanceView(monitor);
        closing.add(view::close);
        return view;
    }

    /// Returns them, in their order.
    List<WindowPart> all() {
        return List.copyOf(all);
    }

    ResultParts results() {
        return results;
    }

    /// Ends what they have under way.
    void close() {
        market.close();
        results.close();
        closing.forEach(Runnable::run);
    }
}
