package ai.backtestr.desktop.settings;

import java.util.Objects;

/// Another instrument that lay over the prices, as text.
///
/// @param symbol which
/// @param ownScale whether it had a scale of its own, rather than that of the prices by percents
public record ComparisonSettings(String symbol, boolean ownScale) {
    /// One that names an instrument.
    public ComparisonSettings {
        Objects.requireNonNull(symbol, "symbol");
    }
}
