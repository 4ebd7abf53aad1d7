package ai.backtestr.desktop.window;

import ai.backtestr.desktop.settings.AccountPreferences;
import ai.backtestr.engine.instrument.InstrumentDefaults;
import ai.backtestr.engine.number.Money;
import ai.backtestr.engine.order.CommissionModel;
import ai.backtestr.engine.run.BacktestSpec;
import ai.backtestr.engine.strategy.builtin.BuiltInStrategies;
import java.math.BigDecimal;
import java.util.Map;

/// Tells whether an account can be run with.
final class AccountCheck {
    private AccountCheck() {}

    /// @throws IllegalArgumentException saying what does not fit
    static void require(AccountPreferences account) {
        BacktestSpec any = BacktestSpec.of(BuiltInStrategies.all().getFirst(), Map.of());
        BigDecimal cash = number(account.cash());
        try {
            any.withCash(Money.round(cash), number(account.leverage()));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(cash.toPlainString() + " is too much to count exactly", e);
        }
        CommissionModel.parse(account.commission());
        if (!account.currency().isEmpty()) {
            currency(account.currency());
        }
    }

    private static void currency(String code) {
        try {
            InstrumentDefaults.of("EURUSD", 5, 0).withQuoteCurrency(code); // which says what a currency may be called
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()).replace("quote currency ", ""), e);
        }
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
    }
}
