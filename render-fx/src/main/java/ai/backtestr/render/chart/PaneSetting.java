package ai.backtestr.render.chart;

import ai.backtestr.render.indicator.IndicatorSetting;
import org.jspecify.annotations.Nullable;

/// A pane below the prices, as it can be brought back. Immutable.
///
/// @param kind what it shows; null for an indicator
/// @param indicator the indicator that it shows, null for none
/// @param weight how much of the height it takes, above 0; the pane of the prices has 0.8
/// @param collapsed whether its title alone is shown
public record PaneSetting(
        @Nullable PaneKind kind, @Nullable IndicatorSetting indicator, double weight, boolean collapsed) {
    public PaneSetting {
        if ((kind == null) == (indicator == null)) {
            throw new IllegalArgumentException("a pane shows an indicator or something else");
        }
        if (!(weight > 0 && weight < 1e6)) {
            throw new IllegalArgumentException("a pane's weight " + weight + " is not above 0");
        }
    }
}
