package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.engine.statistics.Statistic;
import ai.backtestr.engine.statistics.Statistics;
import java.math.BigDecimal;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A figure of the run shown, and under it how it compares with the pinned run's.
final class FigureCard extends VBox {
    private static final PseudoClass GAIN = PseudoClass.getPseudoClass("gain");
    private static final PseudoClass LOSS = PseudoClass.getPseudoClass("loss");

    private final String id;
    private final Label title = new Label();
    private final Label value = new Label();
    private final Label comparison = new Label();
    private final Tooltip definition = new Tooltip();

    /// @param id that of the statistic
    FigureCard(String id) {
        this.id = id;
        title.getStyleClass().add("card-title");
        value.setId("figure-" + id);
        value.getStyleClass().add("card-value");
        comparison.setId("pinned-" + id);
        comparison.getStyleClass().add("card-pinned");
        getStyleClass().add("card");
        getChildren().addAll(title, value);
        Tooltip.install(this, definition);
        setFocusTraversable(true); // so that a key can have it explained
    }

    /// Shows the figure of another run, in place of the one before.
    ///
    /// @param pinned that of the pinned run; null if none is pinned
    void show(Statistics statistics, String currency, @Nullable Statistics pinned) {
        Statistic statistic = statistics.get(id);
        title.setText(statistic.title());
        value.setText(FigureText.of(statistic, currency));
        colour(value, statistic);
        definition.setText(statistic.definition());
        setAccessibleText(statistic.title() + " " + value.getText());
        setAccessibleHelp(statistic.definition());
        if (pinned == null) {
            getChildren().remove(comparison);
            return;
        }
        Statistic before = pinned.get(id);
        comparison.setText(comparison(statistic, before));
        comparison.setAccessibleText(statistic.title() + ", pinned run: " + FigureText.of(before, currency));
        if (!getChildren().contains(comparison)) {
            getChildren().add(comparison);
        }
    }

    private static void colour(Label value, Statistic statistic) {
        boolean isProfit = statistic.id().equals("netProfit") || statistic.id().equals("returnPercent");
        BigDecimal number = statistic.value();
        value.pseudoClassStateChanged(GAIN, isProfit && number != null && number.signum() > 0);
        value.pseudoClassStateChanged(LOSS, isProfit && number != null && number.signum() < 0);
    }

    /// Returns the pinned figure and what it would take to get from there to this one, such as `1,108.25 (+12.50)`.
    static String comparison(Statistic statistic, Statistic pinned) {
        BigDecimal now = statistic.value();
        BigDecimal then = pinned.value();
        String text = "vs " + number(pinned, then);
        if (now == null || then == null) {
            return text;
        }
        BigDecimal change = now.subtract(then);
        return text + " (" + (change.signum() < 0 ? "" : "+") + number(pinned, change) + ")";
    }

    private static String number(Statistic kind, @Nullable BigDecimal value) {
        if (value == null) {
            return FigureText.UNDEFINED;
        }
        return kind.unit() == Statistic.Unit.COUNT ? FigureText.count(value.longValue()) : FigureText.decimal(value);
    }
}
