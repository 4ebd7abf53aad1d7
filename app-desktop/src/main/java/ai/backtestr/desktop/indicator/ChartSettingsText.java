package ai.backtestr.desktop.indicator;

import ai.backtestr.desktop.settings.IndicatorSettings;
import ai.backtestr.desktop.settings.PaneSettings;
import ai.backtestr.engine.bar.Timeframe;
import ai.backtestr.engine.indicator.IndicatorSpec;
import ai.backtestr.render.chart.ChartArrangement;
import ai.backtestr.render.chart.PaneKind;
import ai.backtestr.render.chart.PaneSetting;
import ai.backtestr.render.indicator.IndicatorSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Writes what a chart shows as the text that is kept, and reads it. What cannot be read is left out.
public final class ChartSettingsText {
    private ChartSettingsText() {}

    /// Writes the indicators over the prices.
    public static List<IndicatorSettings> overlays(ChartArrangement arrangement) {
        return arrangement.overlays().stream().map(ChartSettingsText::write).toList();
    }

    /// Writes the panes below.
    public static List<PaneSettings> panes(ChartArrangement arrangement) {
        return arrangement.panes().stream()
                .map(pane -> new PaneSettings(
                        pane.kind() == null ? null : pane.kind().name(),
                        pane.indicator() == null ? null : write(pane.indicator()),
                        pane.weight(),
                        pane.collapsed()))
                .toList();
    }

    private static IndicatorSettings write(IndicatorSetting setting) {
        return new IndicatorSettings(
                setting.spec().toString(),
                setting.timeframe() == null ? null : setting.timeframe().toString(),
                setting.apart(),
                setting.colours().stream().map(ChartSettingsText::write).toList());
    }

    private static String write(Color colour) {
        return "#" + colour.toString().substring(2, 8);
    }

    /// Reads both.
    public static ChartArrangement read(List<IndicatorSettings> overlays, List<PaneSettings> panes) {
        List<PaneSetting> read = new ArrayList<>();
        panes.forEach(pane -> read(pane).ifPresent(read::add));
        return new ChartArrangement(
                overlays.stream()
                        .flatMap(indicator -> read(indicator).stream())
                        .filter(IndicatorSetting::isOverlay)
                        .toList(),
                read);
    }

    private static Optional<PaneSetting> read(PaneSettings pane) {
        IndicatorSetting indicator =
                pane.indicator() == null ? null : read(pane.indicator()).orElse(null);
        PaneKind kind = kind(pane.kind());
        if ((kind == null) == (indicator == null)
                || !(pane.weight() > 0 && pane.weight() < 1e6)
                || (indicator != null && indicator.isOverlay())) {
            return Optional.empty();
        }
        return Optional.of(new PaneSetting(kind, indicator, pane.weight(), pane.collapsed()));
    }

    private static @Nullable PaneKind kind(@Nullable String name) {
        return Stream.of(PaneKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Optional<IndicatorSetting> read(IndicatorSettings settings) {
        try {
            IndicatorSpec spec = IndicatorSpec.parse(settings.spec());
            Timeframe timeframe = settings.timeframe() == null ? null : Timeframe.parse(settings.timeframe());
            boolean apart = settings.apart() && !spec.definition().apart().isEmpty();
            List<Color> colours = settings.colours().stream()
                    .map(Objects::requireNonNull)
                    .map(Color::web)
                    .toList();
            return Optional.of(new IndicatorSetting(spec, timeframe, apart, colours));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // of another version
        }
    }
}
