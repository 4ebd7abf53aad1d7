package ai.backtestr.desktop.window;

import ai.backtestr.desktop.instrument.InstrumentEdit;
import ai.backtestr.desktop.instrument.InstrumentField;
import ai.backtestr.engine.instrument.Instrument;
import ai.backtestr.engine.instrument.InstrumentDefaults;
import ai.backtestr.engine.instrument.TradingCalendar;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Asks for all that is assumed of an instrument. What does not fit is said under its field while it is typed, and
/// cannot be saved.
final class InstrumentDialog {
    private static final double WIDTH = 460;

    private final Instrument before;
    private final Map<InstrumentField, StringProperty> texts = new EnumMap<>(InstrumentField.class);
    private final Map<InstrumentField, StringProperty> problems = new EnumMap<>(InstrumentField.class);
    private final Dialog<Instrument> dialog = new Dialog<>();
    private Optional<Instrument> read;

    InstrumentDialog(Window owner, Instrument before) {
        this.before = before;
        read = Optional.of(before);
        for (InstrumentField field : InstrumentField.values()) {
            texts.put(field, new SimpleStringProperty(field.text(before)));
            problems.put(field, new SimpleStringProperty(""));
        }
        ButtonType defaults = new ButtonType("Defaults", ButtonBar.ButtonData.LEFT);
        ButtonType save = new ButtonType("Save", ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Instrument");
        dialog.setHeaderText(before.symbol());
        dialog.getDialogPane().getButtonTypes().setAll(defaults, ButtonType.CANCEL, save);
        dialog.getDialogPane().setContent(form());
        dialog.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().setId("instrument-dialog");
        dialog.setResultConverter(pressed -> pressed == save ? read.orElse(null) : null);
        Node saving = dialog.getDialogPane().lookupButton(save);
        saving.setId("save-instrument");
        dialog.getDialogPane().lookupButton(defaults).addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            showDefaults();
        });
        texts.values().forEach(text -> text.subscribe(() -> check(saving)));
    }

    private VBox form() {
        VBox form = new VBox();
        form.getStyleClass().addAll("form", "instrument-form");
        form.setPrefWidth(WIDTH);
        Label decimals = new Label("Prices are stored with " + before.priceScale() + " decimals, quantities with "
                + before.quantityScale() + ".");
        decimals.getStyleClass().add("note");
        form.getChildren().add(decimals);
        for (InstrumentField field : InstrumentField.values()) {
            Control control = control(field);
            HBox.setHgrow(control, Priority.ALWAYS);
            control.setMaxWidth(Double.MAX_VALUE);
            control.setId("instrument-" + field.option());
            FormRow row = new FormRow(field.title(), field.description(), control);
            row.follow(Objects.requireNonNull(problems.get(field)));
            form.getChildren().add(row);
        }
        return form;
    }

    private Control control(InstrumentField field) {
        StringProperty text = Objects.requireNonNull(texts.get(field));
        if (field == InstrumentField.CALENDAR) {
            ComboBox<String> choice = new ComboBox<>();
            choice.getItems().setAll(TradingCalendar.names());
            if (!choice.getItems().contains(before.calendar().name())) {
                choice.getItems().add(before.calendar().name());
            }
            choice.valueProperty().bindBidirectional(text);
            text.subscribe((old, chosen) -> showZoneOf(chosen));
            return choice;
        }
        TextField input = new TextField();
        input.textProperty().bindBidirectional(text);
        return input;
    }

    /// Another calendar brings its own zone; typing another one after that keeps it.
    private void showZoneOf(String calendar) {
        Instrument with = before.withCalendar(calendarOf(calendar));
        Objects.requireNonNull(texts.get(InstrumentField.ZONE)).set(InstrumentField.ZONE.text(with));
    }

    private TradingCalendar calendarOf(String name) {
        return name.equals(before.calendar().name()) ? before.calendar() : TradingCalendar.of(name);
    }

    private void showDefaults() {
        Instrument defaults = InstrumentDefaults.of(before.symbol(), before.priceScale(), before.quantityScale());
        texts.forEach((field, text) -> text.set(field.text(defaults)));
    }

    private void check(Node saving) {
        Map<InstrumentField, String> typed = new EnumMap<>(InstrumentField.class);
        texts.forEach((field, text) -> typed.put(field, Objects.requireNonNullElse(text.get(), "")));
        InstrumentEdit edit = new InstrumentEdit(before, typed, this::calendarOf);
        problems.forEach((field, problem) -> problem.set(edit.problems().getOrDefault(field, "")));
        read = edit.instrument();
        saving.setDisable(read.isEmpty());
        Window window = dialog.getDialogPane().getScene().getWindow();
        if (window != null) {
            window.sizeToScene();
        }
    }

    /// Asks, while the window can be used on.
    ///
    /// @param onChanged hears of the instrument as it is to be, unless the user leaves it as it was
    void ask(Consumer<Instrument> onChanged) {
        dialog.setOnHidden(event -> Optional.ofNullable(dialog.getResult())
                .filter(after -> !after.equals(before))
                .ifPresent(onChanged));
        dialog.show();
    }

    /// Brings it to the front if it is open and asks for that instrument.
    ///
    /// @return whether it does
    boolean bringForward(Instrument instrument) {
        boolean isOpen = dialog.isShowing() && instrument.equals(before);
        if (isOpen) {
            dialog.getDialogPane().getScene().getWindow().requestFocus();
        }
        return isOpen;
    }

    Dialog<Instrument> dialog() {
        return dialog;
    }
}
