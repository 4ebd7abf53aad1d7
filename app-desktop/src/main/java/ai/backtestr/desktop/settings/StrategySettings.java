package ai.backtestr.desktop.settings;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was typed about a strategy and the account. It need not fit: it is kept as the user left it.
///
/// @param name which strategy
/// @param parameters what was typed for each of its parameters
/// @param cash what was typed for the starting cash
/// @param leverage what was typed for the leverage
/// @param commission what was typed for the commission
/// @param portfolio what was typed about further instruments and currencies; null where that is not known
/// @param run what was typed about the period and the models; null where that is not known
public record StrategySettings(
        String name,
        Map<String, String> parameters,
        String cash,
        String leverage,
        String commission,
        @Nullable PortfolioSettings portfolio,
        @Nullable RunSettings run) {
    /// Of one instrument in its own currency, over all of its ticks.
    public StrategySettings(
            String name, Map<String, String> parameters, String cash, String leverage, String commission) {
        this(name, parameters, cash, leverage, commission, null, null);
    }

    public StrategySettings {
        Objects.requireNonNull(name, "name");
        parameters = Map.copyOf(parameters);
        Objects.requireNonNull(cash, "cash");
        Objects.requireNonNull(leverage, "leverage");
        Objects.requireNonNull(commission, "commission");
    }
}
