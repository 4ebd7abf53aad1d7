package ai.backtestr.desktop.window;

import ai.backtestr.desktop.chart.ChartTimeframes;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.strategy.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;

/// Sets one parameter of a strategy: numbers with a slider and a field, the length of bars and words with a choice.
///
/// Threads: belongs to the FX thread. [#release()] it when it is shown no more.
final class ParameterRow {
    private final Parameter parameter;
    private final StringProperty text;
    private final Runnable settle;
    private final FormRow row;
    private Subscription subscriptions;
    private boolean following;

    /// @param text the value as it is typed
    /// @param problem what is wrong with it
    /// @param settle has a change count at once
    ParameterRow(Parameter parameter, StringProperty text, ObservableValue<String> problem, Runnable settle) {
        this.parameter = parameter;
        this.text = text;
        this.settle = settle;
        row = new FormRow(title(), parameter.description() + " " + parameter.range() + ".", control());
        subscriptions = row.follow(problem);
        switch (parameter) {
            case Parameter.WholeNumber number -> addSlider(SliderScale.of(number));
            case Parameter.DecimalNumber number -> addSlider(SliderScale.of(number));
            case Parameter.BarLength _, Parameter.Choice _ -> {}
        }
    }

    private String title() {
        String name = parameter.name();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private Control control() {
        Control control = switch (parameter) {
            case Parameter.BarLength _ -> barLength();
            case Parameter.Choice of -> choice(of.choices());
            case Parameter.WholeNumber _, Parameter.DecimalNumber _ -> field(text);
        };
        control.setId("field-" + parameter.name());
        return control;
    }

    /// Returns a field for what is typed right to left, as numbers are read.
    static TextField field(StringProperty text) {
        TextField field = new TextField();
        field.getStyleClass().add("number");
        field.textProperty().bindBidirectional(text);
        return field;
    }

    /// A choice of the usual bars, where others can be typed.
    private ComboBox<String> barLength() {
        ComboBox<String> choice = choice(
                ChartTimeframes.offered().stream().map(Timeframe::toString).toList());
        choice.setEditable(true);
        return choice;
    }

    private ComboBox<String> choice(List<String> values) {
        ComboBox<String> choice = new ComboBox<>(FXCollections.observableArrayList(values));
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        choice.valueProperty().bindBidirectional(text);
        choice.setOnAction(event -> settle.run());
        return choice;
    }

    private void addSlider(SliderScale scale) {
        Slider slider = new Slider(scale.low(), scale.high(), scale.low());
        slider.setId("slider-" + parameter.name());
        slider.setBlockIncrement(scale.step());
        slider.setAccessibleText(title() + ", slider");
        slider.setAccessibleHelp(parameter.description());
        HBox.setHgrow(slider, Priority.ALWAYS);
        row.insert(slider);
        subscriptions = Subscription.combine(
                subscriptions,
                text.subscribe(typed -> follow(slider, scale, typed)),
                slider.valueProperty().subscribe((before, now) -> slid(scale.text(now.doubleValue()))));
    }

    /// Moves the slider to a value that was typed. It stays where it is for one that does not fit.
    private void follow(Slider slider, SliderScale scale, String typed) {
        BigDecimal value;
        try {
            value = new BigDecimal(parameter.parse(typed.strip()).toString());
        } catch (IllegalArgumentException e) {
            return; // the form says so
        }
        // A slider under the hand must not jump to the value its place was rounded to.
        if (!typed.equals(scale.text(slider.getValue()))) {
            following = true;
            slider.setValue(scale.position(value));
            following = false;
        }
    }

    private void slid(String value) {
        if (!following) {
            text.set(value);
            settle.run();
        }
    }

    FormRow row() {
        return row;
    }

    /// Lets go of the value.
    void release() {
        subscriptions.unsubscribe();
    }
}
