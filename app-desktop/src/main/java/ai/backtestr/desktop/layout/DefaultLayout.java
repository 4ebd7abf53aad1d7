package ai.backtestr.desktop.layout;

import ai.backtestr.desktop.dock.DockLayout;
import ai.backtestr.desktop.dock.DockNode;
import ai.backtestr.desktop.dock.DockSplit;
import ai.backtestr.desktop.dock.DockTabs;
import ai.backtestr.desktop.dock.DockTarget;
import ai.backtestr.desktop.settings.WindowSettings;
import java.util.List;

/// How a window is arranged that was never changed: instruments on the left, a chart in the middle, the strategy on
/// the right, what came of the run below.
public final class DefaultLayout {
    /// What the first workspace is called.
    public static final String NAME = "Default";

    /// What the names of tabs with charts begin with.
    public static final String BOARDS = "charts-";

    /// The tab with charts that there is at first.
    public static final String BOARD = BOARDS + "1";

    /// The instruments.
    public static final String INSTRUMENTS = "instruments";

    /// The strategy with its parameters.
    public static final String STRATEGY = "strategy";

    /// The trades of the run.
    public static final String TRADES = "trades";

    /// All figures of the run.
    public static final String STATISTICS = "statistics";

    /// Its equity, over that of the run that is pinned.
    public static final String EQUITY = "equity";

    /// What its fills came of.
    public static final String EXPLANATION = "explanation";

    /// Its orders.
    public static final String ORDERS = "orders";

    /// Its fills.
    public static final String FILLS = "fills";

    /// Stored ticks.
    public static final String TICKS = "ticks";

    /// The bars of the active chart.
    public static final String BARS = "bars";

    /// The SQL console.
    public static final String SQL = "sql";

    /// The sources of strategies.
    public static final String CODE = "code";

    /// What runs in the background.
    public static final String TASKS = "tasks";

    /// What stands out in stored data.
    public static final String QUALITY = "quality";

    /// The program's log.
    public static final String LOG = "log";

    /// The guide.
    public static final String HELP = "help";

    /// Live figures of the program.
    public static final String PERFORMANCE = "performance";

    private DefaultLayout() {}

    /// Returns the arrangement with charts of its own.
    public static DockLayout dock(List<Double> columns, double rows, String board) {
        DockNode results = new DockTabs(TRADES, ORDERS, FILLS, STATISTICS, EQUITY, EXPLANATION, TICKS, BARS, SQL, CODE);
        DockNode middle =
                new DockSplit(true, List.of(new DockTabs(board), results), List.of(shareOf(rows), shareOf(1 - rows)));
        double left = shareOf(columns.getFirst());
        double right = shareOf(1 - columns.getLast());
        return new DockLayout(
                new DockSplit(
                        false,
                        List.of(new DockTabs(INSTRUMENTS), middle, new DockTabs(STRATEGY)),
                        List.of(left, shareOf(1 - left - right), right)),
                List.of());
    }

    /// Returns a layout with what is closed at first beside what it belongs to: the guide among the charts,
    /// quality, tasks, the log and the live figures among the results.
    ///
    /// @param board a tab with charts
    public static DockLayout withClosed(DockLayout home, String board) {
        return home.with(HELP, new DockTarget.Among(board, Integer.MAX_VALUE))
                .with(QUALITY, new DockTarget.Among(TRADES, Integer.MAX_VALUE))
                .with(TASKS, new DockTarget.Among(TRADES, Integer.MAX_VALUE))
                .with(LOG, new DockTarget.Among(TRADES, Integer.MAX_VALUE))
                .with(PERFORMANCE, new DockTarget.Among(TRADES, Integer.MAX_VALUE));
    }

    private static double shareOf(double share) {
        return Math.clamp(share, 0.01, 0.98);
    }

    /// Returns the first workspace, as earlier versions of the program left the window.
    public static WorkspaceLayout of(WindowSettings settings) {
        ChartState chart =
                ChartState.of(settings.symbol(), settings.timeframe()).withSettings(settings.chart());
        return new WorkspaceLayout(
                NAME,
                dock(settings.columns(), settings.rows(), BOARD),
                List.of(new BoardState(BOARD, "", List.of(chart))),
                List.of());
    }
}
