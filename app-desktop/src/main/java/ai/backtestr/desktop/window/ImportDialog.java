package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.TickFormat;
import ai.backtestr.desktop.window.ImportForm.Field;
import ai.backtestr.desktop.window.ImportForm.OverlapRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Asks how files are to be imported, and shows meanwhile how their first rows will be read. Several can be open.
final class ImportDialog {
    private record Looking(ImportDialog of) implements Tasks.Track {}

    private static final double FORM_WIDTH = 400;
    private static final double PREVIEW_WIDTH = 720;
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 330;
    private static final double SHOWN_HEIGHT = 560;
    private static final List<String> ZONES = List.of(
            "UTC",
            "America/New_York",
            "America/Chicago",
            "Europe/London",
            "Europe/Berlin",
            "Asia/Tokyo",
            "Australia/Sydney",
            "-05:00",
            "+02:00");
    private static final List<String> TIMES = List.of(
            "s",
            "ms",
            "us",
            "ns",
            "yyyy-MM-dd HH:mm:ss",
            "dd/MM/yyyy HH:mm:ss",
            "MM/dd/yyyy HH:mm:ss",
            "dd.MM.yyyy HH:mm:ss.SSS");

    private final ImportForm form;
    private final Imports imports;
    private final Pause typing;
    private final Tasks.Track looking = new Looking(this);
    private final PreviewPane preview = new PreviewPane();
    private final MappingPane mapping;
    private final Dialog<FilesToImport> dialog = new Dialog<>();
    private Optional<FilesToImport> stated = Optional.empty();

    /// @param typing how long to wait after a key before the files are looked at again
    ImportDialog(Window owner, List<Path> files, Imports imports, Pause typing) {
        this.imports = imports;
        this.typing = typing;
        form = new ImportForm(files);
        mapping = new MappingPane(form);
        ButtonType start = new ButtonType("Import", ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Import");
        dialog.setHeaderText(header(files));
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CANCEL, start);
        dialog.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane().setId("import-dialog");
        dialog.setResultConverter(pressed -> pressed == start ? form.check().orElse(null) : null);
        Node starting = dialog.getDialogPane().lookupButton(start);
        starting.setId("start-import");
        form.onChange(() -> {
            check(starting);
            typing.restart(this::look);
        });
        check(starting);
        look();
    }

    private static String header(List<Path> files) {
        String first = String.valueOf(files.getFirst().getFileName());
        return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
    }

    private HBox content() {
        VBox fields = new VBox(
                row(Field.SYMBOL, "Symbol", "The instrument; made known if it is new.", new TextField()),
                row(
                        Field.HOLDS,
                        "Holds",
                        "Ticks, or bars of a length such as 1m, 1h or 1d, which are stored as bars.",
                        choice(List.of(ImportForm.TICKS, "1m", "5m", "15m", "1h", "4h", "1d"), true)),
                check("import-bar-end", "Times of bars say when they ended", form.stampedAtEnd()),
                row(Field.FORMAT, "Format", "Format of the files.", formats()),
                row(
                        Field.ZONE,
                        "Zone",
                        "Zone of times that name none, such as -05:00 or America/New_York; empty for the format's own.",
                        choice(ZONES, "the format's own, or America/New_York")),
                row(
                        Field.COLUMNS,
                        "Columns",
                        "By number from 0 or by name, such as time=0,bid=1,ask=2 or time=0,price=1,size=2; of bars"
                                + " time=0,open=1,high=2,low=3,close=4,volume=5; empty to find them out.",
                        typed("found out, or time=0,bid=1,ask=2")),
                row(
                        Field.TIMES,
                        "Times",
                        "s, ms, us or ns since the epoch, or a pattern such as dd/MM/yyyy HH:mm:ss.SSS; empty to find"
                                + " it out.",
                        choice(TIMES, "found out, or dd/MM/yyyy HH:mm:ss")),
                row(
                        Field.SCALE,
                        "Scale",
                        "Prices are whole numbers with that many decimals: with 3, 151234 is 151.234.",
                        typed("none; with 3, 151234 is 151.234")),
                row(
                        Field.OVERLAP,
                        "Overlap",
                        "What becomes of what is stored within the time of the new ticks or bars.",
                        overlaps()),
                check("import-crossed", "Reject quotes whose ask is below their bid", form.rejectCrossed()));
        fields.getStyleClass().add("form");
        fields.setMinWidth(FORM_WIDTH);
        fields.setMaxWidth(FORM_WIDTH);
        preview.setPrefSize(PREVIEW_WIDTH, HEIGHT);
        VBox.setVgrow(preview, Priority.ALWAYS);
        VBox shown = new VBox(mapping, preview);
        shown.getStyleClass().add("form");
        shown.setPrefHeight(SHOWN_HEIGHT);
        HBox.setHgrow(shown, Priority.ALWAYS);
        HBox content = new HBox(fields, shown);
        content.getStyleClass().add("import-content");
        return content;
    }

    private FormRow row(Field field, String name, String help, Control control) {
        control.setId("import-" + name.toLowerCase(Locale.ROOT));
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        switch (control) {
            case TextField input -> input.textProperty().bindBidirectional(form.text(field));
            case ComboBox<?> choice
            when choice.isEditable() -> choice.getEditor().textProperty().bindBidirectional(form.text(field));
            default -> {}
        }
        FormRow row = new FormRow(name, help, control);
        row.follow(form.problem(field));
        return row;
    }

    /// @param prompt what holds while nothing is typed, and what can be
    private static TextField typed(String prompt) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        return field;
    }

    private ComboBox<String> overlaps() {
        ComboBox<String> choice =
                choice(Stream.of(OverlapRule.values()).map(OverlapRule::title).toList(), false);
        choice.valueProperty().bindBidirectional(form.text(Field.OVERLAP));
        return choice;
    }

    private ComboBox<String> formats() {
        ComboBox<String> choice = choice(
                Stream.concat(
                                Stream.of(ImportForm.FROM_CONTENT),
                                TickFormat.all().stream().map(TickFormat::name))
                        .toList(),
                false);
        choice.valueProperty().bindBidirectional(form.text(Field.FORMAT));
        return choice;
    }

    /// @param prompt what holds while nothing is typed
    private static ComboBox<String> choice(List<String> values, String prompt) {
        ComboBox<String> choice = choice(values, true);
        choice.setPromptText(prompt);
        return choice;
    }

    private static ComboBox<String> choice(List<String> values, boolean editable) {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(values);
        choice.setEditable(editable);
        return choice;
    }

    private static CheckBox check(String id, String text, BooleanProperty ticked) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.selectedProperty().bindBidirectional(ticked);
        return box;
    }

    private void check(Node starting) {
        stated = form.check();
        starting.setDisable(stated.isEmpty());
    }

    private void look() {
        stated.ifPresent(files -> imports.look(looking, files, look -> show(files, look)));
    }

    private void show(FilesToImport files, Imports.Look look) {
        mapping.show(look.columns(), files.bars() != null);
        preview.show(look);
    }

    /// Asks, while the window can be used on.
    ///
    /// @param onChosen hears what to import, unless the user leaves it
    void ask(Consumer<FilesToImport> onChosen) {
        dialog.setOnHidden(event -> {
            typing.stop();
            imports.leave(looking);
            Optional.ofNullable(dialog.getResult()).ifPresent(onChosen);
        });
        dialog.show();
    }

    Dialog<FilesToImport> dialog() {
        return dialog;
    }
}
