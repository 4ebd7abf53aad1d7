package ai.backtestr.desktop.window;

import ai.backtestr.desktop.workspace.StoredData;
import ai.backtestr.engine.currency.ConversionRule;
import ai.backtestr.engine.strategy.StrategyDefinition;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The fields for further instruments and the account's currency. FX thread only.
final class PortfolioRows extends VBox {
    private final Workbench workbench;
    private final PortfolioForm form;

    PortfolioRows(Workbench workbench) {
        this.workbench = workbench;
        form = workbench.form().portfolio();
        getStyleClass().add("form");
        setId("portfolio");
        FormRow also = row(
                PortfolioForm.ALSO,
                form.also(),
                "Trade also",
                "Further instruments in the same account, separated by commas. A strategy that trades one runs on each.");
        also.insert(instruments());
        getChildren()
                .addAll(
                        also,
                        row(
                                PortfolioForm.CURRENCY,
                                form.currency(),
                                "Currency",
                                "The account's currency, like USD; empty for that of the main instrument."),
                        row(
                                PortfolioForm.RATES,
                                form.rates(),
                                "Rates",
                                "Rates that are stated rather than taken from stored ticks, like EURUSD=1.10,"
                                        + " separated by commas."),
                        conversion());
    }

    private FormRow row(String field, StringProperty text, String title, String help) {
        return FormRow.typed(field, text, title, help, form.problem(field));
    }

    private MenuButton instruments() {
        MenuButton button = new MenuButton("+");
        button.setId("choose-also");
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText("Choose further instruments");
        button.setTooltip(new Tooltip("Chooses among the instruments that have ticks"));
        button.setOnShowing(event -> button.getItems().setAll(items()));
        button.getItems().add(new MenuItem()); // else it never shows
        return button;
    }

    private List<MenuItem> items() {
        StoredData main = workbench.symbol().get();
        StrategyDefinition strategy = workbench.form().strategy().get().definition();
        List<String> chosen = form.symbols(strategy);
        List<MenuItem> items = new ArrayList<>();
        for (StoredData data : workbench.symbols()) {
            String symbol = data.instrument().symbol();
            boolean isMain = main != null && symbol.equals(main.instrument().symbol());
            if (data.recorded() == null && (!isMain || chosen.contains(symbol))) {
                CheckMenuItem item = new CheckMenuItem(symbol);
                item.setId("also-" + symbol);
                item.setMnemonicParsing(false);
                item.setSelected(chosen.contains(symbol));
                item.setOnAction(event -> {
                    form.toggle(symbol, strategy);
                    workbench.settle();
                });
                items.add(item);
            }
        }
        if (items.isEmpty()) {
            MenuItem none = new MenuItem("No other instrument has ticks; import some");
            none.setDisable(true);
            items.add(none);
        }
        return items;
    }

    private FormRow conversion() {
        ComboBox<ConversionRule> rule = new ComboBox<>();
        rule.setId("field-conversion");
        rule.getItems().setAll(ConversionRule.values());
        rule.valueProperty().bindBidirectional(form.conversion());
        rule.setOnAction(event -> workbench.settle());
        rule.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(rule, Priority.ALWAYS);
        return new FormRow(
                "Conversion",
                "At which side of rates money is converted: taker as converting it would go, mid halfway.",
                rule);
    }
}
