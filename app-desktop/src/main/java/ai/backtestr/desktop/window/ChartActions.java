package ai.backtestr.desktop.window;

import ai.backtestr.desktop.action.ActionGroup;
import ai.backtestr.desktop.action.ActionRegistry;
import ai.backtestr.desktop.action.UserAction;
import ai.backtestr.render.chart.ChartKind;
import ai.backtestr.render.chart.PaneKind;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;

/// What the active chart can show: kinds of bars, order flow, panes and other instruments.
final class ChartActions {
    private static final ActionGroup CHART = ActionGroup.CHART;

    private ChartActions() {}

    static void add(ActionRegistry all, WorkbenchWindow window) {
        addKinds(all, window);
        addFlow(all, window);
        addPanes(all, window);
        all.add(UserAction.of(
                "chart.compare",
                CHART,
                "Compare with…",
                "Lays another instrument over the prices",
                () -> window.chart().panes().compare()));
    }

    private static void addKinds(ActionRegistry all, WorkbenchWindow window) {
        for (ChartKind kind : ChartKind.values()) {
            all.add(UserAction.of(
                    "kind." + kind.name().toLowerCase(Locale.ROOT),
                    CHART,
                    kind.title(),
                    "Draws prices as " + kind.title().toLowerCase(Locale.ROOT),
                    () -> window.chart().kinds().draw(kind)));
        }
        all.add(
                UserAction.of(
                        "kind.heikin_ashi",
                        CHART,
                        "Heikin-Ashi",
                        "Shows averaged bars",
                        () -> window.chart().kinds().showHeikinAshi()),
                UserAction.of(
                        "kind.renko",
                        CHART,
                        "Renko…",
                        "Shows bricks of one height",
                        () -> window.chart().kinds().askForRenko()),
                UserAction.of(
                        "kind.range",
                        CHART,
                        "Range bars…",
                        "Shows bars of one height",
                        () -> window.chart().kinds().askForRange()));
    }

    private static void addFlow(ActionRegistry all, WorkbenchWindow window) {
        all.add(
                UserAction.of(
                        "chart.footprint",
                        CHART,
                        "Footprint",
                        "What was bought and sold at each price of a bar, or no more",
                        () -> switchOver(window.chart().extras().footprint())),
                UserAction.of(
                        "chart.profile",
                        CHART,
                        "Volume profile of what is on screen",
                        "What was traded at each price, or no more",
                        () -> switchOver(window.chart().extras().flow().profile())),
                UserAction.of(
                        "chart.sessions",
                        CHART,
                        "Volume profile of each day",
                        "What was traded at each price of a day, or no more",
                        () -> switchOver(window.chart().extras().flow().sessions())));
    }

    private static void switchOver(BooleanProperty shown) {
        shown.set(!shown.get());
    }

    private static void addPanes(ActionRegistry all, WorkbenchWindow window) {
        for (PaneKind kind : PaneKind.values()) {
            all.add(UserAction.of(
                    "pane." + kind.name().toLowerCase(Locale.ROOT),
                    CHART,
                    "Pane of " + kind.title().toLowerCase(Locale.ROOT),
                    "Shows it below the prices, or takes it away",
                    () -> window.chart().panes().showOrClose(kind)));
        }
    }
}
