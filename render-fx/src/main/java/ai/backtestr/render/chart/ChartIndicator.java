package ai.backtestr.render.chart;

import ai.backtestr.engine.time.Times;
import ai.backtestr.render.indicator.IndicatorFrame;
import ai.backtestr.render.indicator.IndicatorSetting;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// An indicator that a chart shows, over the prices or in a pane of its own.
///
/// Threads: confined to the FX thread.
public final class ChartIndicator {
    /// Okabe and Ito's colours, which also readers who see red and green alike tell apart, without the two that
    /// one of the themes hides.
    private static final Color[] USUAL = {
        Color.web("#E69F00"),
        Color.web("#3FA7E0"),
        Color.web("#CC79A7"),
        Color.web("#009E73"),
        Color.web("#D55E00"),
        Color.web("#2F7EC7")
    };

    private final int firstColour;
    private IndicatorSetting setting;
    private IndicatorLook look;
    private int[] outputs;
    private @Nullable IndicatorFrame frame;
    private String title = "";

    ChartIndicator(IndicatorSetting setting, int firstColour) {
        this.firstColour = firstColour;
        this.setting = setting;
        look = IndicatorLook.of(setting.spec());
        outputs = setting.outputs();
        makeTitle();
    }

    /// Returns what is set about it.
    public IndicatorSetting setting() {
        return setting;
    }

    void set(IndicatorSetting newSetting) {
        boolean sameValues = newSetting.spec().toString().equals(setting.spec().toString())
                && java.util.Objects.equals(newSetting.timeframe(), setting.timeframe());
        setting = newSetting;
        look = IndicatorLook.of(newSetting.spec());
        outputs = newSetting.outputs();
        if (!sameValues) {
            frame = null;
        }
        makeTitle();
    }

    void show(@Nullable IndicatorFrame newFrame) {
        frame = newFrame;
        makeTitle();
    }

    /// Says where values are not those that were wished: of longer bars, or counted from a later one.
    private void makeTitle() {
        String text = setting.title();
        IndicatorFrame shown = frame;
        if (shown != null && shown.isCoarser()) {
            text += " on " + shown.timeframe() + " bars, shorter ones are too many here";
        }
        if (shown != null && shown.sinceNs() != Long.MIN_VALUE) {
            text += ", counted from " + Times.format(shown.sinceNs()).substring(0, "2020-01-01".length());
        }
        title = text;
    }

    String title() {
        return title;
    }

    IndicatorLook look() {
        return look;
    }

    /// Returns the outputs that are drawn.
    int[] outputs() {
        return outputs;
    }

    @Nullable
    IndicatorFrame frame() {
        return frame;
    }

    /// Returns the colour of the `i`-th of the outputs that are drawn.
    public Color colour(int i) {
        return i < setting.colours().size() ? setting.colours().get(i) : USUAL[(firstColour + i) % USUAL.length];
    }

    /// Returns how many outputs are drawn.
    public int outputCount() {
        return outputs.length;
    }

    /// Returns the value that stands at a position of the time axis, NaN if there is none.
    double value(int i, double position) {
        IndicatorFrame shown = frame;
        int bar = shown == null ? -1 : shown.standingAt(Math.floor(position));
        return shown == null || bar < 0 ? Double.NaN : shown.value(outputs[i], bar);
    }
}
