package ai.backtestr.desktop.window;

import atlantafx.base.theme.PrimerDark;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// One of each control that the window begins with, styled and laid out where nobody sees it: what that loads and
/// reads is there when the window needs it. FX thread only.
final class FirstControls {
    private static final double SIZE = 800;

    private FirstControls() {}

    /// To be called while the home folder is opened and the FX thread has nothing else to do.
    static void prepare() {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        VBox all = new VBox(
                new MenuBar(new Menu("File", null, new MenuItem("Open"))),
                new MenuButton("Parts", null, new MenuItem("Chart")),
                button(),
                new ToggleButton("1h"),
                new CheckBox("Run on change"),
                new TextField("20"),
                new Slider(),
                choice(),
                new SplitPane(tabs(), table(), new ScrollPane(new Label("Period"))));
        Scene scene = new Scene(all, SIZE, SIZE);
        scene.getStylesheets().addAll(WorkbenchWindow.stylesheets());
        all.applyCss();
        all.layout();
    }

    private static Button button() {
        Button button = new Button("Run");
        button.getStyleClass().addAll("small", "flat");
        button.setTooltip(new Tooltip("F5"));
        return button;
    }

    private static ComboBox<String> choice() {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().add("EMA cross");
        choice.getSelectionModel().selectFirst();
        return choice;
    }

    private static TabPane tabs() {
        ListView<String> list = new ListView<>();
        list.getItems().addAll("EURUSD", "BTCUSD");
        return new TabPane(new Tab("Instruments", list), new Tab("Charts"));
    }

    private static TableView<String> table() {
        TableColumn<String, String> column = new TableColumn<>("entry");
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
        TableView<String> table = new TableView<>();
        table.getColumns().add(column);
        table.getItems().addAll("1", "2");
        return table;
    }
}
