package ai.backtestr.desktop.window;

import ai.backtestr.render.chart.PriceChart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;

/// What can be done with the chart: how prices are drawn, where it goes. The same in the bar above it and where
/// it is clicked with the other button.
final class ChartMenu {
    private final PriceChart chart;
    private final Runnable onGoTo;
    private final Runnable onPicture;
    private final Supplier<List<MenuItem>> kinds;
    private final Supplier<List<MenuItem>> panes;
    private final Supplier<List<MenuItem>> more;

    /// @param kinds the ways to draw prices
    /// @param panes menus of indicators and panes
    /// @param more makes what else there is to choose
    ChartMenu(
            PriceChart chart,
            Runnable onGoTo,
            Runnable onPicture,
            Supplier<List<MenuItem>> kinds,
            Supplier<List<MenuItem>> panes,
            Supplier<List<MenuItem>> more) {
        this.kinds = kinds;
        this.panes = panes;
        this.more = more;
        this.chart = chart;
        this.onGoTo = onGoTo;
        this.onPicture = onPicture;
    }

    /// Returns a button that opens the menu.
    MenuButton button() {
        ContextMenu menu = menu();
        // Its own items it would give their keys to in all of the window, where they are those of the active chart.
        MenuButton button = new MenuButton("Chart") {
            @Override
            public void show() {
                menu.show(this, Side.BOTTOM, 0, 0);
            }
        };
        button.setId("chart-menu");
        button.getStyleClass().addAll("flat", "small");
        return button;
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.setId("chart-menu-items");
        menu.getItems().setAll(new MenuItem()); // without one it would not open
        menu.setOnShowing(event -> menu.getItems().setAll(items()));
        return menu;
    }

    /// Opens the menu where the chart is clicked with the other button.
    void install() {
        ContextMenu menu = menu();
        chart.setOnContextMenuRequested(event -> {
            menu.show(chart, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.addAll(kinds.get());
        CheckMenuItem logarithmic = new CheckMenuItem("Log scale");
        logarithmic.setAccelerator(alt(KeyCode.L));
        logarithmic.setSelected(chart.isLogarithmic());
        logarithmic.setOnAction(event -> chart.setLogarithmic(logarithmic.isSelected()));
        CheckMenuItem percent = new CheckMenuItem("Percent scale");
        percent.setAccelerator(alt(KeyCode.P));
        percent.setId("percent");
        percent.setSelected(chart.isPercent());
        percent.setOnAction(event -> chart.setPercent(percent.isSelected()));
        items.add(new SeparatorMenuItem());
        items.addAll(panes.get());
        items.add(new SeparatorMenuItem());
        items.addAll(more.get());
        items.add(new SeparatorMenuItem());
        items.add(logarithmic);
        items.add(percent);
        items.add(item("Fit all", chart.navigation()::fitAll));
        items.add(item("Reset", KeyCode.R, chart.navigation()::reset));
        items.add(item("Go to…", KeyCode.G, onGoTo));
        items.add(item("Save picture…", KeyCode.S, onPicture));
        return items;
    }

    private static MenuItem item(String title, KeyCode key, Runnable action) {
        MenuItem item = item(title, action);
        item.setAccelerator(alt(key));
        return item;
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        return item;
    }

    static KeyCombination alt(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.ALT_DOWN);
    }
}
