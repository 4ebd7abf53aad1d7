package ai.backtestr.desktop.settings;

import ai.backtestr.engine.account.AccountMode;
import java.util.Objects;

/// The account that runs begin with, as it is typed.
///
/// @param cash what it starts with, in its currency
/// @param leverage how many times its equity it may hold
/// @param commission as the form takes it, such as `none` or `0.1%`
/// @param mode how executions add up to positions
/// @param currency what it is kept in, such as `USD`; empty for the instrument's
public record AccountPreferences(String cash, String leverage, String commission, AccountMode mode, String currency) {
    /// The product's own.
    public static final AccountPreferences DEFAULTS =
            new AccountPreferences("10000", "1", "none", AccountMode.NETTING, "");

    public AccountPreferences {
        Objects.requireNonNull(cash, "cash");
        Objects.requireNonNull(leverage, "leverage");
        Objects.requireNonNull(commission, "commission");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(currency, "currency");
    }
}
