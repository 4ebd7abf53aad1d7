package ai.backtestr.desktop.settings;

import org.jspecify.annotations.Nullable;

/// A pane below the prices, as text.
///
/// @param kind what it shows; null for an indicator
/// @param indicator the indicator it shows; null for none
/// @param weight how much of the height it takes
/// @param collapsed whether its title alone is shown
public record PaneSettings(
        @Nullable String kind, @Nullable IndicatorSettings indicator, double weight, boolean collapsed) {}
