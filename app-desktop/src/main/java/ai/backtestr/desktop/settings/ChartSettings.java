package ai.backtestr.desktop.settings;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the chart was set, as text. It need not fit: what this program does not know is passed over.
///
/// @param kind how prices were drawn
/// @param scale `linear`, `log` or `percent`
/// @param overlays the indicators over the prices
/// @param panes the panes below, from top to bottom
/// @param comparisons the other instruments over the prices
/// @param profiles which footprints and volume profiles were shown
/// @param time `all` where the time that the market is closed was shown, else null
public record ChartSettings(
        String kind,
        String scale,
        List<IndicatorSettings> overlays,
        List<PaneSettings> panes,
        List<ComparisonSettings> comparisons,
        List<String> profiles,
        @Nullable String time) {
    /// What [#time()] is where the time that the market is closed was shown.
    public static final String ALL_TIME = "all";

    @SuppressWarnings("ConstantConditions") // a file of an earlier version lacks profiles and comparisons
    public ChartSettings {
        comparisons = comparisons == null ? List.of() : List.copyOf(comparisons);
        profiles = profiles == null ? List.of() : List.copyOf(profiles);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scale, "scale");
        overlays = List.copyOf(overlays);
        panes = List.copyOf(panes);
    }

    /// A chart without footprints, volume profiles and closed time.
    public ChartSettings(
            String kind,
            String scale,
            List<IndicatorSettings> overlays,
            List<PaneSettings> panes,
            List<ComparisonSettings> comparisons) {
        this(kind, scale, overlays, panes, comparisons, List.of(), null);
    }
}
