package ai.backtestr.desktop.indicator;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.IndicatorDefinition;
import ai.backtestr.engine.indicator.IndicatorSpec;
import ai.backtestr.engine.indicator.InputPrice;
import ai.backtestr.engine.strategy.Parameter;
import ai.backtestr.render.chart.ChartIndicator;
import ai.backtestr.render.chart.ChartPanes;
import ai.backtestr.render.indicator.IndicatorSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/// Parameters, price, bars and colours of an indicator of the chart. Each change is shown at once; what does not
/// fit is told and changes nothing. Escape, Enter in a field or *Done* closes it.
///
/// Threads: belongs to the FX thread.
public final class IndicatorEditor extends VBox {
    private static final double LEAST_HEIGHT = 40;
    private static final double SCROLL_BAR = 12;
    private static final String OF_CHART = "of the chart";

    private final ChartPanes panes;
    private final ChartIndicator indicator;
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final ComboBox<String> price = new ComboBox<>();
    private final ComboBox<String> bars = new ComboBox<>();
    private final List<ColorPicker> colours = new ArrayList<>();
    private final Label problem = new Label();
    private final GridPane grid = new GridPane();
    private int rows;

    /// @param chart the bars of the chart, of which no shorter ones are offered
    /// @param onClose hears when it is to go
    public IndicatorEditor(ChartPanes panes, ChartIndicator indicator, Timeframe chart, Runnable onClose) {
        this.panes = panes;
        this.indicator = indicator;
        setId("indicator-editor");
        getStyleClass().add("chart-panel");
        IndicatorDefinition definition = indicator.setting().spec().definition();
        Label title = new Label(definition.title());
        title.getStyleClass().add("offer-title");
        grid.setHgap(8);
        grid.setVgap(6);
        addParameters();
        addPrice(definition);
        addBars(chart);
        addColours();
        problem.setId("indicator-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMaxWidth(260);
        getChildren().addAll(title, scrolling(grid), problem, buttons(onClose));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean isTyped = event.getCode() == KeyCode.ENTER
                    && event.getTarget() instanceof TextField
                    && problem.getText().isEmpty();
            if (event.getCode() == KeyCode.ESCAPE || isTyped) {
                onClose.run();
                event.consume();
            }
        });
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /// Gives its first control the keyboard.
    public void begin() {
        applyCss(); // what scrolls comes with the skin
        Control first = fields.isEmpty() ? bars : fields.values().iterator().next();
        first.requestFocus();
        if (first instanceof TextField field) {
            field.selectAll();
        }
    }

    /// Where the chart is low, the buttons stay in it.
    private static ScrollPane scrolling(GridPane grid) {
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().addAll("side-scroll", "edge-to-edge");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(LEAST_HEIGHT);
        grid.setPadding(new Insets(2, SCROLL_BAR, 2, 2));
        return scroll;
    }

    private HBox buttons(Runnable onClose) {
        Button remove = new Button("Remove");
        remove.setId("indicator-remove");
        remove.setOnAction(event -> {
            panes.remove(indicator);
            onClose.run();
        });
        Button done = new Button("Done");
        done.setId("indicator-done");
        done.setOnAction(event -> onClose.run());
        HBox buttons = new HBox(8, remove, done);
        buttons.getChildren().forEach(button -> button.getStyleClass().add("small"));
        return buttons;
    }

    private void addRow(String name, String help, Control control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        control.setTooltip(new Tooltip(help));
        control.setAccessibleText(name);
        control.setAccessibleHelp(help);
        grid.addRow(rows++, label, control);
    }

    private void addParameters() {
        IndicatorSpec spec = indicator.setting().spec();
        for (Parameter parameter : spec.definition().parameters()) {
            TextField field = new TextField(spec.values().texts().get(parameter.name()));
            field.setId("indicator-" + parameter.name());
            field.setPrefColumnCount(7);
            field.textProperty().subscribe((before, now) -> change());
            fields.put(parameter.name(), field);
            addRow(parameter.name(), parameter.description() + " " + parameter.range() + ".", field);
        }
    }

    private void addPrice(IndicatorDefinition definition) {
        if (definition.input() != null) {
            price.setId("indicator-price");
            Stream.of(InputPrice.values()).map(InputPrice::toString).forEach(price.getItems()::add);
            price.setValue(indicator.setting().spec().input().toString());
            price.valueProperty().subscribe((before, now) -> change());
            addRow("price", "The price of each bar that it works on.", price);
        }
    }

    private void addBars(Timeframe chart) {
        bars.setId("indicator-bars");
        bars.getItems().add(OF_CHART);
        Stream.concat(ChartTimeframes.offered().stream(), Stream.of("1w", "1mo").map(Timeframe::parse))
                .filter(offered -> !chart.isTime() || offered.compareTo(chart.traded()) > 0)
                .map(Timeframe::toString)
                .forEach(bars.getItems()::add);
        Timeframe set = indicator.setting().timeframe();
        bars.setValue(set == null ? OF_CHART : set.toString());
        bars.valueProperty().subscribe((before, now) -> change());
        addRow("bars", "The bars it takes in. A value of longer bars stands from their close on.", bars);
    }

    private void addColours() {
        List<String> outputs = indicator.setting().spec().definition().outputs();
        int[] drawn = indicator.setting().outputs();
        for (int i = 0; i < drawn.length; i++) {
            ColorPicker picker = new ColorPicker(indicator.colour(i));
            picker.setId("indicator-colour-" + i);
            picker.getStyleClass().add("button");
            picker.valueProperty().subscribe((before, now) -> change());
            colours.add(picker);
            addRow(outputs.get(drawn[i]), "Its colour.", picker);
        }
    }

    private void change() {
        if (colours.size() < indicator.outputCount()) {
            return; // still being made
        }
        try {
            IndicatorSetting setting = typed();
            problem.setText("");
            panes.change(indicator, setting);
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
    }

    private IndicatorSetting typed() {
        IndicatorSetting before = indicator.setting();
        StringBuilder text = new StringBuilder(before.spec().definition().name());
        fields.values().forEach(field -> text.append(':').append(field.getText().strip()));
        if (before.spec().definition().input() != null) {
            text.append('@').append(price.getValue());
        }
        List<Color> chosen = colours.stream().map(ColorPicker::getValue).toList();
        boolean areUsual = before.colours().isEmpty();
        for (int i = 0; i < chosen.size(); i++) {
            areUsual &= chosen.get(i).equals(indicator.colour(i));
        }
        String of = bars.getValue();
        return before.with(IndicatorSpec.parse(text.toString()))
                .on(OF_CHART.equals(of) ? null : Timeframe.parse(of))
                .in(areUsual ? before.colours() : chosen);
    }
}
