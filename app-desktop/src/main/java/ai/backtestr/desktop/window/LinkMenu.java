package ai.backtestr.desktop.window;

import ai.backtestr.desktop.layout.LinkColour;
import ai.backtestr.desktop.layout.LinkRule;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;

/// Chooses the group that a chart is linked in, and what its charts share. FX thread only.
final class LinkMenu {
    private static final double RADIUS = 5;

    private final ChartLinks links;

    LinkMenu(ChartLinks links) {
        this.links = links;
    }

    /// Returns a button in the group's colour that opens the menu.
    MenuButton button(ChartModel chart) {
        MenuButton button = new MenuButton();
        button.setId("link-menu");
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Links charts of one colour: one time cursor for all of them"));
        Circle mark = new Circle(RADIUS);
        mark.getStyleClass().add("link-mark");
        button.setGraphic(mark);
        button.setPadding(Insets.EMPTY);
        chart.link().subscribe(colour -> {
            mark.setStyle("-fx-fill: " + colour.css() + ";");
            button.setAccessibleText("Link: " + colour.title());
        });
        button.setOnShowing(event -> button.getItems().setAll(items(chart)));
        button.getItems().setAll(new MenuItem()); // without one it would not open
        return button;
    }

    private List<MenuItem> items(ChartModel chart) {
        List<MenuItem> items = new ArrayList<>();
        ToggleGroup group = new ToggleGroup();
        for (LinkColour colour : LinkColour.values()) {
            RadioMenuItem item = new RadioMenuItem(colour.title(), colourMark(colour));
            item.setId("link-" + colour);
            item.setToggleGroup(group);
            item.setSelected(chart.link().get() == colour);
            item.setOnAction(event -> links.link(chart, colour));
            items.add(item);
        }
        LinkColour colour = chart.link().get();
        LinkRule rule = links.rule(colour);
        CheckMenuItem instrument = new CheckMenuItem("Same instrument");
        instrument.setId("link-instrument");
        instrument.setSelected(rule.instrument());
        instrument.setOnAction(
                event -> links.setRule(chart, new LinkRule(colour, instrument.isSelected(), rule.range())));
        CheckMenuItem range = new CheckMenuItem("Same stretch of time");
        range.setId("link-range");
        range.setSelected(rule.range());
        range.setOnAction(event -> links.setRule(chart, new LinkRule(colour, rule.instrument(), range.isSelected())));
        instrument.setDisable(colour == LinkColour.NONE);
        range.setDisable(colour == LinkColour.NONE);
        items.add(new SeparatorMenuItem());
        items.add(instrument);
        items.add(range);
        return items;
    }

    private static Circle colourMark(LinkColour colour) {
        Circle mark = new Circle(RADIUS);
        mark.getStyleClass().add("link-mark");
        mark.setStyle("-fx-fill: " + colour.css() + ";");
        return mark;
    }
}
