package ai.backtestr.desktop.window;

import ai.backtestr.desktop.settings.ComparisonSettings;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.render.chart.ChartIndicator;
import ai.backtestr.render.chart.ChartPanes;
import ai.backtestr.render.chart.PaneKind;
import ai.backtestr.render.chart.PriceChart;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Menus of the chart's indicators, of the panes below its prices and of the instruments it is compared with, by which
/// all that the mouse does can be done with keys.
///
/// Threads: belongs to the FX thread.
final class PaneMenu {
    static final KeyCombination INDICATORS = new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN);

    private static final double STEP_PIXELS = 24;
    private static final double OVER_THE_CHART = 24;
    private static final double STEP_ZOOM = 1.25;

    private final Workbench workbench;
    private final ChartModel model;
    private final PriceChart chart;
    private final ChartPanel panel;
    private final Comparisons comparisons;

    /// @param model what the chart shows
    PaneMenu(Workbench workbench, ChartModel model, PriceChart chart, ChartPanel panel, Comparisons comparisons) {
        this.workbench = workbench;
        this.model = model;
        this.chart = chart;
        this.panel = panel;
        this.comparisons = comparisons;
    }

    List<MenuItem> items() {
        MenuItem indicators = item("Add indicator…", panel::chooseIndicator);
        indicators.setAccelerator(INDICATORS);
        indicators.setId("add-indicator");
        List<MenuItem> items = new ArrayList<>(List.of(indicators));
        List<ChartIndicator> all = chart.panes().indicators();
        if (!all.isEmpty()) {
            Menu shown = new Menu("Indicators");
            all.forEach(indicator -> shown.getItems().add(menu(indicator)));
            items.add(shown);
        }
        items.add(panes());
        items.add(comparisons());
        return items;
    }

    private Menu menu(ChartIndicator indicator) {
        Menu menu = new Menu(indicator.setting().title());
        menu.getItems()
                .addAll(
                        item("Change…", () -> panel.edit(indicator)),
                        item("Remove", () -> chart.panes().remove(indicator)));
        return menu;
    }

    private Menu panes() {
        Menu menu = new Menu("Panes");
        menu.setId("panes-menu");
        ChartPanes panes = chart.panes();
        for (PaneKind kind : PaneKind.values()) {
            String lack = panes.lack(kind);
            CheckMenuItem item = new CheckMenuItem(lack.isEmpty() ? kind.title() : kind.title() + " (" + lack + ")");
            item.setId("pane-" + kind);
            item.setSelected(panes.shows(kind));
            item.setDisable(!lack.isEmpty() && !panes.shows(kind)); // one that is there can be taken away
            item.setOnAction(event -> panes.show(kind, item.isSelected()));
            menu.getItems().add(item);
        }
        List<String> titles = panes.titles();
        if (!titles.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (int i = 0; i < titles.size(); i++) {
            menu.getItems().add(pane(titles.get(i), i));
        }
        return menu;
    }

    private Menu pane(String title, int pane) {
        ChartPanes panes = chart.panes();
        Menu menu = new Menu("Arrange " + title);
        boolean collapsed = panes.isCollapsed(pane);
        menu.getItems()
                .addAll(
                        item("Move up", () -> panes.move(pane, -1)),
                        item("Move down", () -> panes.move(pane, 1)),
                        item("Higher", () -> panes.heighten(pane, STEP_PIXELS)),
                        item("Lower", () -> panes.heighten(pane, -STEP_PIXELS)),
                        item("Zoom in", () -> panes.zoom(pane, STEP_ZOOM)),
                        item("Zoom out", () -> panes.zoom(pane, 1 / STEP_ZOOM)),
                        item("Fit", () -> panes.fit(pane)),
                        item(collapsed ? "Expand" : "Collapse", () -> panes.setCollapsed(pane, !collapsed)),
                        item("Close", () -> panes.close(pane)));
        return menu;
    }

    private Menu comparisons() {
        Menu menu = new Menu("Compare with");
        menu.setId("compare-menu");
        menu.getItems().setAll(comparisonItems());
        menu.setDisable(!lackOfComparisons().isEmpty());
        return menu;
    }

    /// Returns why nothing can be laid over the prices now; empty if it can.
    private String lackOfComparisons() {
        if (others().isEmpty()) {
            return "There is no other instrument to compare with; import one.";
        }
        return model.tickHistory().get() == null
                ? "Other instruments lie over ticks of one kind in bars of time; this chart shows others."
                : "";
    }

    private List<Instrument> others() {
        StoredData shown = model.instrument().get();
        return workbench.symbols().stream()
                .map(StoredData::instrument)
                .filter(other -> shown == null
                        || !other.symbol().equals(shown.instrument().symbol()))
                .distinct()
                .toList();
    }

    private List<MenuItem> comparisonItems() {
        MenuItem none = item("None", comparisons::removeAll);
        none.setDisable(comparisons.chosen().isEmpty());
        List<MenuItem> items = new ArrayList<>(List.of(none));
        for (Instrument other : others()) {
            String symbol = other.symbol();
            items.add(comparison(other.title() + ", by percents", new ComparisonSettings(symbol, false)));
            items.add(comparison(other.title() + ", own scale", new ComparisonSettings(symbol, true)));
        }
        return items;
    }

    /// Offers the other instruments in a menu over the chart.
    void compare() {
        String lack = lackOfComparisons();
        if (!lack.isEmpty()) {
            workbench.tasks().tellError(lack);
            return;
        }
        ContextMenu menu = new ContextMenu();
        menu.setId("compare-with");
        menu.getItems().setAll(comparisonItems());
        Point2D corner = chart.localToScreen(OVER_THE_CHART, OVER_THE_CHART);
        menu.show(chart, corner.getX(), corner.getY());
    }

    /// Shows a pane of that kind, or takes it away.
    void showOrClose(PaneKind kind) {
        ChartPanes panes = chart.panes();
        String lack = panes.lack(kind);
        if (lack.isEmpty() || panes.shows(kind)) {
            panes.show(kind, !panes.shows(kind));
        } else {
            workbench.tasks().tellError(kind.title() + ": " + lack + ".");
        }
    }

    private CheckMenuItem comparison(String title, ComparisonSettings other) {
        CheckMenuItem item = new CheckMenuItem(title);
        item.setSelected(comparisons.chosen().contains(other));
        item.setOnAction(event -> {
            if (item.isSelected()) {
                comparisons.choose(other);
            } else {
                comparisons.remove(other.symbol());
            }
        });
        return item;
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        return item;
    }
}
