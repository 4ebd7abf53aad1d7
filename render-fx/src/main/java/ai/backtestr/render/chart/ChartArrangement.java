package ai.backtestr.render.chart;

import ai.backtestr.render.indicator.IndicatorSetting;
import java.util.List;

/// What a chart shows beside prices and trades. Immutable.
///
/// @param overlays the indicators over the prices
/// @param panes the panes below, from top to bottom
public record ChartArrangement(List<IndicatorSetting> overlays, List<PaneSetting> panes) {
    /// What a new chart has: the equity of a run.
    public static final ChartArrangement USUAL = new ChartArrangement(
            List.of(), List.of(new PaneSetting(PaneKind.EQUITY, null, LowerPane.USUAL_WEIGHT, false)));

    public ChartArrangement {
        overlays = List.copyOf(overlays);
        panes = List.copyOf(panes);
    }
}
