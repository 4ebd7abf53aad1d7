package ai.backtestr.render.indicator;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.series.IndicatorBars;
import ai.backtestr.render.series.SlotAxis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a chart wants the values of. Immutable.
///
/// @param bars where bars come from
/// @param timeframe those of the chart
/// @param axis its axis; null where it shows a series of bars in memory, one by one
/// @param fromNs from when values are wanted
/// @param toNs until when
/// @param settings the indicators
public record IndicatorWish(
        IndicatorBars bars,
        Timeframe timeframe,
        @Nullable SlotAxis axis,
        long fromNs,
        long toNs,
        List<IndicatorSetting> settings) {
    public IndicatorWish {
        settings = List.copyOf(settings);
    }
}
