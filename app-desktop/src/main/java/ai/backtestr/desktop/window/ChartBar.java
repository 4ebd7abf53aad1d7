package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.bar.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The row above a chart. Nothing in it is cut: where it is narrow the timeframes become a menu, and what the chart's
/// own
/// menu offers too goes.
///
/// Threads: belongs to the FX thread.
final class ChartBar extends HBox {
    private final ChartModel model;
    private final List<ToggleButton> timeframes = new ArrayList<>();
    private final MenuButton narrow = new MenuButton();
    private final List<Region> always;
    private final TimeframeField typed;
    private final Button indicators = new Button("Indicators");
    private final Button fit = new Button("Fit all");
    private Subscription following = Subscription.EMPTY;

    /// @param links chooses what the chart is linked with
    /// @param menu the chart's own menu
    ChartBar(Workbench workbench, ChartModel model, Runnable chooseIndicator, Region links, Region menu) {
        this.model = model;
        always = List.of(links, menu);
        getStyleClass().add("chart-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0); // it is as wide as the chart
        typed = new TimeframeField(workbench, model);
        ToggleGroup group = new ToggleGroup();
        ChartTimeframes.offered().forEach(timeframe -> timeframes.add(button(timeframe, group)));
        prepareNarrow();
        fit.setId("fit");
        fit.getStyleClass().add("flat");
        indicators.setId("indicators");
        indicators.getStyleClass().addAll("flat", "small");
        indicators.setTooltip(new Tooltip("Add an indicator (Ctrl+I)"));
        indicators.setOnAction(event -> chooseIndicator.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(timeframes);
        getChildren().addAll(narrow, typed, space, indicators, links, menu, fit);
        Stream.concat(timeframes.stream(), Stream.of(narrow, indicators, links, menu, fit))
                .forEach(part -> part.setMinWidth(USE_PREF_SIZE));
        show(narrow, false);
    }

    private void follow(Subscription subscription) {
        following = following.and(subscription);
    }

    /// Follows the chart no more.
    void release() {
        following.unsubscribe();
    }

    /// Has digits that are typed in `chart` begin a timeframe.
    void typeFrom(Node chart) {
        typed.typeFrom(chart);
    }

    /// Returns what shows all that there is.
    Button fit() {
        return fit;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - width(always);
        double few = TimeframeField.NARROWEST
                + width(List.of(narrow)); // the field shrinks before anything goes but the timeframes
        boolean all = width(timeframes) + width(List.of(typed, indicators, fit)) <= room;
        boolean withFit = all || few + width(List.of(indicators, fit)) <= room;
        boolean withIndicators = withFit || few + width(List.of(indicators)) <= room;
        timeframes.forEach(button -> show(button, all));
        show(narrow, !all);
        show(fit, withFit);
        show(indicators, withIndicators);
        super.layoutChildren();
    }

    private double width(List<? extends Node> parts) {
        return parts.stream()
                .mapToDouble(part -> Math.ceil(part.prefWidth(-1)) + getSpacing())
                .sum();
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /// Offers the timeframes where there is no room for a button each.
    private void prepareNarrow() {
        narrow.getStyleClass().addAll("flat", "small");
        narrow.setAccessibleText("Timeframe");
        narrow.setOnShowing(event -> narrow.getItems()
                .setAll(ChartTimeframes.offered().stream().map(this::item).toList()));
        narrow.getItems().setAll(new MenuItem());
        follow(model.timeframe().subscribe(chosen -> narrow.setText(chosen.toString())));
    }

    private MenuItem item(Timeframe timeframe) {
        MenuItem item = new MenuItem(timeframe.toString());
        StoredData chosen = model.instrument().get();
        item.setDisable(chosen != null && !chosen.makes(timeframe));
        item.setOnAction(event -> model.timeframe().set(timeframe));
        return item;
    }

    private ToggleButton button(Timeframe timeframe, ToggleGroup group) {
        ToggleButton button = new ToggleButton(timeframe.toString());
        button.setId("timeframe-" + timeframe);
        button.getStyleClass().add("timeframe");
        button.setToggleGroup(group);
        button.setOnAction(event -> button.setSelected(true));
        button.selectedProperty().subscribe((before, now) -> { // arrow keys select without an action
            if (now && !button.isDisabled()) {
                model.timeframe().set(timeframe);
            }
        });
        follow(model.instrument().subscribe(chosen -> button.setDisable(chosen != null && !chosen.makes(timeframe))));
        follow(model.timeframe().subscribe(chosen -> button.setSelected(chosen.equals(timeframe))));
        return button;
    }
}
