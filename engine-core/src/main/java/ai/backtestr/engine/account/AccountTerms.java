package ai.backtestr.engine.account;

import java.math.BigDecimal;

/// What the broker agrees with the holder of the account, besides leverage. Immutable; all of it goes into the
/// result hash.
///
/// The margin level is equity over used margin, and used margin is what the position is worth over the leverage.
///
/// @param mode how executions add up to positions
/// @param marginCallPercent margin level below which a margin call is recorded, 0 to 1000; 0 for none
/// @param stopOutPercent margin level below which the broker closes positions, 0 to 100; at 0 it does so once
///     equity is below 0
/// @param swap what holding a position over night earns or costs
public record AccountTerms(AccountMode mode, BigDecimal marginCallPercent, BigDecimal stopOutPercent, SwapModel swap) {
    private static final BigDecimal MOST_CALL = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST_STOP_OUT = BigDecimal.valueOf(100);

    /// Netting, margin call below 100 %, stop-out below 50 %, no swap.
    public static final AccountTerms DEFAULT = new AccountTerms(
            AccountMode.NETTING, BigDecimal.valueOf(100), BigDecimal.valueOf(50), new SwapModel.None());

    public AccountTerms {
        requireRange("margin call", marginCallPercent, MOST_CALL);
        requireRange("stop-out", stopOutPercent, MOST_STOP_OUT);
    }

    private static void requireRange(String name, BigDecimal percent, BigDecimal most) {
        if (percent.signum() < 0 || percent.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " level of " + percent + "% is outside 0% to " + most + "%");
        }
    }

    /// Returns the same in another mode.
    public AccountTerms withMode(AccountMode newMode) {
        return new AccountTerms(newMode, marginCallPercent, stopOutPercent, swap);
    }

    /// Returns the same with other margin levels.
    public AccountTerms withMarginLevels(BigDecimal callPercent, BigDecimal outPercent) {
        return new AccountTerms(mode, callPercent, outPercent, swap);
    }

    /// Returns the same with another swap.
    public AccountTerms withSwap(SwapModel model) {
        return new AccountTerms(mode, marginCallPercent, stopOutPercent, model);
    }
}
