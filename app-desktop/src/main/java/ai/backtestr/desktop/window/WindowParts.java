package ai.backtestr.desktop.window;

import ai.backtestr.desktop.dock.DockPane;
import ai.backtestr.desktop.dock.DockSide;
import ai.backtestr.desktop.dock.Docks;
import ai.backtestr.desktop.layout.DefaultLayout;
import ai.backtestr.desktop.performance.PerformanceView;
import ai.backtestr.desktop.sql.SqlConsole;
import ai.backtestr.engine.monitor.Monitor;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// The parts of the window beside the charts. Each is made when it is first to be seen. FX thread only.
final class WindowParts {
    private final Docks docks;
    private final Workbench workbench;
    private final ResultParts results;
    private @Nullable PerformanceView performance;

    WindowParts(Docks docks, Workbench workbench) {
        this.docks = docks;
        this.workbench = workbench;
        results = new ResultParts(workbench);
    }

    /// Makes them known.
    ///
    /// @param instruments makes the list of instruments
    void add(Supplier<Node> instruments) {
        add(DefaultLayout.INSTRUMENTS, "Instruments", DockSide.LEFT, instruments);
        add(DefaultLayout.STRATEGY, "Strategy", DockSide.RIGHT, this::strategy);
        add(DefaultLayout.TRADES, "Trades", DockSide.BOTTOM, results::trades);
        add(DefaultLayout.ORDERS, "Orders", DockSide.BOTTOM, results::orders);
        add(DefaultLayout.FILLS, "Fills", DockSide.BOTTOM, results::fills);
        add(DefaultLayout.STATISTICS, "Statistics", DockSide.BOTTOM, results::statistics);
        add(DefaultLayout.EXPLANATION, "Why these fills", DockSide.BOTTOM, results::explanation);
        add(DefaultLayout.SQL, "SQL", DockSide.BOTTOM, this::sql);
        Monitor monitor = workbench.monitor();
        if (monitor != null) {
            add(DefaultLayout.PERFORMANCE, "Performance", DockSide.BOTTOM, () -> performance(monitor));
        }
    }

    private void add(String id, String title, DockSide home, Supplier<Node> content) {
        docks.add(new DockPane(id, title, home, content));
    }

    private Node strategy() {
        ScrollPane strategy = new ScrollPane(new StrategyPane(workbench));
        strategy.setFitToWidth(true);
        strategy.getStyleClass().add("side-scroll");
        return strategy;
    }

    private Node sql() {
        SqlConsole sql = new SqlConsole(workbench.workspace(), new SqlWork(workbench.tasks()));
        sql.opened();
        return sql;
    }

    private Node performance(Monitor monitor) {
        PerformanceView view = new PerformanceView(monitor);
        performance = view;
        return view;
    }

    ResultParts results() {
        return results;
    }

    /// Ends what they have under way.
    void close() {
        if (performance != null) {
            performance.close();
        }
    }
}
