package ai.backtestr.render.chart;

import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.render.history.HistoryView;
import ai.backtestr.render.indicator.IndicatorLoader;
import ai.backtestr.render.indicator.IndicatorLoader.Found;
import ai.backtestr.render.indicator.IndicatorSetting;
import ai.backtestr.render.indicator.IndicatorWish;
import ai.backtestr.render.series.IndicatorBars;
import ai.backtestr.render.series.SlotAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Has the values of indicators found for what is on screen, and for as much to the left and right.
///
/// Threads: confined to the FX thread.
final class IndicatorSupply {
    private final Runnable onFound;
    private final Consumer<RuntimeException> onProblem;
    private @Nullable IndicatorLoader loader;
    private @Nullable IndicatorBars bars;
    private @Nullable Timeframe timeframe;
    private @Nullable IndicatorWish wished;
    private @Nullable SlotAxis wishedAxis;
    private double wishedFrom;
    private double wishedTo;
    private boolean stale = true;

    IndicatorSupply(Runnable onFound, Consumer<RuntimeException> onProblem) {
        this.onFound = onFound;
        this.onProblem = onProblem;
    }

    /// Takes bars from elsewhere.
    void setBars(@Nullable IndicatorBars newBars, @Nullable Timeframe newTimeframe, ChartContent content) {
        boolean isOther = !java.util.Objects.equals(newTimeframe, timeframe) || bars == null || newBars == null;
        bars = newBars;
        timeframe = newTimeframe;
        stale = true;
        if (isOther) {
            forget(content);
        }
    }

    /// Lets go of values of other bars.
    void forget(ChartContent content) {
        content.forEachIndicator(indicator -> indicator.show(null));
        stale = true;
    }

    /// Has everything found anew.
    void refresh() {
        stale = true;
    }

    /// Looks at what is on screen; asks for what is missing.
    void look(ChartContent content, Viewport viewport) {
        IndicatorBars source = bars;
        Timeframe of = timeframe;
        if (source == null || of == null || content.barCount() == 0 || !content.hasIndicators()) {
            return;
        }
        HistoryView history = content.history();
        SlotAxis axis = history == null ? null : history.axis();
        double left = Math.max(0, viewport.left());
        double right = Math.min(content.barCount(), viewport.right());
        boolean isHeld = !stale && axis == wishedAxis && (axis == null || (left >= wishedFrom && right <= wishedTo));
        boolean isTooWide = axis != null && wishedTo - wishedFrom > 12 * (right - left) && isCoarse(content);
        if (isHeld && !isTooWide) {
            return;
        }
        stale = false;
        wishedAxis = axis;
        wishedFrom = Math.max(0, left - (right - left));
        wishedTo = Math.min(content.barCount(), right + (right - left));
        long fromNs = axis == null ? Long.MIN_VALUE : axis.timeNs(wishedFrom);
        long toNs = axis == null ? Long.MAX_VALUE : axis.timeNs(wishedTo);
        List<IndicatorSetting> settings = new ArrayList<>();
        content.forEachIndicator(indicator -> settings.add(indicator.setting()));
        IndicatorLoader onto = loader;
        if (onto == null) {
            onto = new IndicatorLoader(onFound, onProblem);
            loader = onto;
        }
        wished = new IndicatorWish(source, of, axis, fromNs, toNs, settings);
        onto.wish(wished);
    }

    /// Tells whether shorter bars than those shown may be few enough by now.
    private static boolean isCoarse(ChartContent content) {
        boolean[] any = new boolean[1];
        content.forEachIndicator(indicator ->
                any[0] |= indicator.frame() != null && indicator.frame().isCoarser());
        return any[0];
    }

    /// Hands what was found to the indicators.
    ///
    /// @return whether there was anything
    @SuppressWarnings("ReferenceEquality") // what was wished, not what looks the same
    boolean take(ChartContent content) {
        IndicatorLoader from = loader;
        List<Found> all = from == null ? List.of() : from.take();
        if (all.isEmpty()) {
            return false; // as in most frames: going through no elements would take memory all the same
        }
        for (Found found : all) {
            if (found.wish() == wished) {
                content.forEachIndicator(indicator -> {
                    if (indicator.setting().equals(found.setting())) {
                        indicator.show(found.frame());
                    }
                });
            }
        }
        return true;
    }

    /// Waits until all values are found; not to be called on the FX thread.
    void awaitLoaded() {
        IndicatorLoader from = loader;
        if (from != null) {
            from.awaitIdle();
        }
    }

    void close() {
        IndicatorLoader from = loader;
        loader = null;
        wished = null;
        stale = true;
        if (from != null) {
            from.close();
        }
    }
}
