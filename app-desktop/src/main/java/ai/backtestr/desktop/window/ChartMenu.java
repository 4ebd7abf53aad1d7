package ai.backtestr.desktop.window;

import ai.backtestr.render.chart.ChartKind;
import ai.backtestr.render.chart.PriceChart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// What can be done with the chart: how prices are drawn, where it goes. The same in the bar above it and where
/// it is clicked with the other button.
final class ChartMenu {
    private final PriceChart chart;
    private final Runnable onGoTo;
    private final Runnable onPicture;
    private final Supplier<List<MenuItem>> more;

    /// @param more makes what else there is to choose
    ChartMenu(PriceChart chart, Runnable onGoTo, Runnable onPicture, Supplier<List<MenuItem>> more) {
        this.chart = chart;
        this.onGoTo = onGoTo;
        this.onPicture = onPicture;
        this.more = more;
    }

    /// Returns a button that opens the menu.
    MenuButton button() {
        MenuButton button = new MenuButton("Chart");
        button.setId("chart-menu");
        button.getStyleClass().addAll("flat", "small");
        button.setOnShowing(event -> button.getItems().setAll(items()));
        button.getItems().setAll(items());
        return button;
    }

    /// Opens the menu where the chart is clicked with the other button.
    void install() {
        ContextMenu menu = new ContextMenu();
        chart.setOnContextMenuRequested(event -> {
            menu.getItems().setAll(items());
            menu.show(chart, event.getScreenX(), event.getScreenY());
        });
        chart.setOnMousePressed(event -> menu.hide());
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup kinds = new ToggleGroup();
        for (ChartKind kind : ChartKind.values()) {
            RadioMenuItem item = new RadioMenuItem(kind.title());
            item.setId("kind-" + kind);
            item.setToggleGroup(kinds);
            item.setSelected(chart.kind() == kind);
            item.setOnAction(event -> chart.setKind(kind));
            items.add(item);
        }
        CheckMenuItem logarithmic = new CheckMenuItem("Log scale");
        logarithmic.setSelected(chart.isLogarithmic());
        logarithmic.setOnAction(event -> chart.setLogarithmic(logarithmic.isSelected()));
        logarithmic.setAccelerator(alt(KeyCode.L));
        items.add(new SeparatorMenuItem());
        items.addAll(more.get());
        items.add(new SeparatorMenuItem());
        items.add(logarithmic);
        items.add(item("Fit all", chart::fitAll));
        items.add(item("Reset", KeyCode.R, chart::reset));
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
