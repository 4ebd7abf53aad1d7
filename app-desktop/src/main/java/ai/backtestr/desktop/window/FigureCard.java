package ai.backtestr.desktop.window;

import ai.backtestr.desktop.report.FigureText;
import ai.backtestr.engine.statistics.Statistic;
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

    /// @param pinned the same figure of the pinned run; null if none is pinned
    FigureCard(Statistic statistic, String currency, @Nullable Statistic pinned) {
        Label title = new Label(statistic.title());
        title.getStyleClass().add("card-title");
        Label value = new Label(FigureText.of(statistic, currency));
        value.setId("figure-" + statistic.id());
        value.getStyleClass().add("card-value");
        colour(value, statistic);
        getStyleClass().add("card");
        getChildren().addAll(title, value);
        if (pinned != null) {
            Label comparison = new Label(comparison(statistic, pinned));
            comparison.setId("pinned-" + statistic.id());
            comparison.getStyleClass().add("card-pinned");
            comparison.setAccessibleText(statistic.title() + ", pinned run: " + FigureText.of(pinned, currency));
            getChildren().add(comparison);
        }
        Tooltip.install(this, new Tooltip(statistic.definition()));
        setFocusTraversable(true); // so that a key can have it explained
        setAccessibleText(statistic.title() + " " + value.getText());
        setAccessibleHelp(statistic.definition());
    }

    private static void colour(Label value, Statistic statistic) {
        boolean isProfit = statistic.id().equals("netProfit") || statistic.id().equals("returnPercent");
        BigDecimal number = statistic.value();
        if (isProfit && number != null) {
            value.pseudoClassStateChanged(GAIN, number.signum() > 0);
            value.pseudoClassStateChanged(LOSS, number.signum() < 0);
        }
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
