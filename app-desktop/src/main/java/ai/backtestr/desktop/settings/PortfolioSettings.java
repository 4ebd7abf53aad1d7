package ai.backtestr.desktop.settings;

import java.util.Objects;

/// What was typed about further instruments and the account's currency, as the user left it.
///
/// @param also the further instruments, separated by commas
/// @param currency the account's currency; empty for that of the main instrument
/// @param rates rates that are stated, separated by commas
/// @param conversion at which side of rates money is converted
public record PortfolioSettings(String also, String currency, String rates, String conversion) {
    /// One instrument in its own currency.
    public static final PortfolioSettings NONE = new PortfolioSettings("", "", "", "taker");

    public PortfolioSettings {
        Objects.requireNonNull(also, "also");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(rates, "rates");
        Objects.requireNonNull(conversion, "conversion");
    }
}
